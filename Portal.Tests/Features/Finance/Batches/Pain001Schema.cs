using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Portal.Tests.Features.Finance.Batches;

/// <summary>
/// The part of pain.001.001.09 that we write, as published: for each element its children in their order with how often
/// they come (0 or 1 to 1, or to many), and for each text its form. Children we never write are named for their place.
/// </summary>
internal static class Pain001Schema
{
    private const string Max15Numeric = "^[0-9]{1,15}$";
    private const string Decimal = @"^[0-9]{1,16}\.[0-9]{2}$";
    private const string Date = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
    private const string DateTime = @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([+-][0-9]{2}:[0-9]{2})$";

    /// <summary>By the path below Document; a question mark for what may be missing, a plus for what may come often, both for both.</summary>
    private static readonly Dictionary<string, string[]> Children = new()
    {
        ["Document"] = ["CstmrCdtTrfInitn"],
        ["CstmrCdtTrfInitn"] = ["GrpHdr", "PmtInf+", "SplmtryData?+"],
        ["GrpHdr"] = ["MsgId", "CreDtTm", "Authstn?+", "NbOfTxs", "CtrlSum?", "InitgPty", "FwdgAgt?", "InitnSrc?"],
        ["PmtInf"] =
        [
            "PmtInfId", "PmtMtd", "ReqdAdvcTp?", "BtchBookg?", "NbOfTxs?", "CtrlSum?", "PmtTpInf?", "ReqdExctnDt", "PoolgAdjstmntDt?", "Dbtr", "DbtrAcct", "DbtrAgt",
            "DbtrAgtAcct?", "InstrForDbtrAgt?", "UltmtDbtr?", "ChrgBr?", "ChrgsAcct?", "ChrgsAcctAgt?", "CdtTrfTxInf+",
        ],
        ["ReqdExctnDt"] = ["Dt"],
        ["CdtTrfTxInf"] =
        [
            "PmtId", "PmtTpInf?", "Amt", "XchgRateInf?", "ChrgBr?", "MndtRltdInf?", "ChqInstr?", "UltmtDbtr?", "IntrmyAgt1?", "IntrmyAgt1Acct?", "IntrmyAgt2?", "IntrmyAgt2Acct?",
            "IntrmyAgt3?", "IntrmyAgt3Acct?", "CdtrAgt?", "CdtrAgtAcct?", "Cdtr?", "CdtrAcct?", "UltmtCdtr?", "InstrForCdtrAgt?+", "InstrForDbtrAgt?", "Purp?", "RgltryRptg?+",
            "Tax?", "RltdRmtInf?+", "RmtInf?", "SplmtryData?+",
        ],
        ["PmtId"] = ["InstrId?", "EndToEndId", "UETR?"],
        ["Amt"] = ["InstdAmt"],
        ["InitgPty"] = ["Nm?", "PstlAdr?", "Id?", "CtryOfRes?", "CtctDtls?"],
        ["Dbtr"] = ["Nm?", "PstlAdr?", "Id?", "CtryOfRes?", "CtctDtls?"],
        ["Cdtr"] = ["Nm?", "PstlAdr?", "Id?", "CtryOfRes?", "CtctDtls?"],
        ["DbtrAgt"] = ["FinInstnId", "BrnchId?"],
        ["CdtrAgt"] = ["FinInstnId", "BrnchId?"],
        ["FinInstnId"] = ["BICFI?", "ClrSysMmbId?", "LEI?", "Nm?", "PstlAdr?", "Othr?"],
        ["ClrSysMmbId"] = ["ClrSysId?", "MmbId"],
        ["ClrSysId"] = ["Cd"],
        ["DbtrAcct"] = ["Id", "Tp?", "Ccy?", "Nm?", "Prxy?"],
        ["CdtrAcct"] = ["Id", "Tp?", "Ccy?", "Nm?", "Prxy?"],
        ["DbtrAcct/Id"] = ["Othr"],
        ["CdtrAcct/Id"] = ["Othr"],
        ["Othr"] = ["Id", "SchmeNm?", "Issr?"],
        ["RmtInf"] = ["Ustrd?+", "Strd?+"],
    };

    private static readonly Dictionary<string, string> Texts = new()
    {
        ["MsgId"] = Text(35),
        ["CreDtTm"] = DateTime,
        ["NbOfTxs"] = Max15Numeric,
        ["CtrlSum"] = Decimal,
        ["PmtInfId"] = Text(35),
        ["PmtMtd"] = "^(CHK|TRF|TRA)$",
        ["Dt"] = Date,
        ["EndToEndId"] = Text(35),
        ["InstdAmt"] = Decimal,
        ["Nm"] = Text(140),
        ["Othr/Id"] = Text(34),
        ["Ustrd"] = Text(140),
        ["Cd"] = Text(5),
        ["MmbId"] = Text(35),
    };

    /// <returns>What the document does otherwise than the schema says; none when it is valid.</returns>
    public static IEnumerable<string> Faults(XDocument document)
    {
        XNamespace space = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
        foreach (var element in document.Descendants())
        {
            if (element.Name.Namespace != space) yield return $"{element.Name} is of another namespace.";
            var name = element.Name.LocalName;
            var inParent = $"{element.Parent?.Name.LocalName}/{name}";
            if ((Children.GetValueOrDefault(inParent) ?? Children.GetValueOrDefault(name)) is { } children && !Texts.ContainsKey(inParent))
            {
                var order = string.Concat(element.Elements().Select(child => child.Name.LocalName + " "));
                if (!Regex.IsMatch(order, $"^{string.Concat(children.Select(Once))}$")) yield return $"{inParent} holds: {order}";
            }
            else if ((Texts.GetValueOrDefault(inParent) ?? Texts.GetValueOrDefault(name)) is { } form)
            {
                if (element.HasElements || !Regex.IsMatch(element.Value, form)) yield return $"{inParent} is no text of its form: {element.Value}";
                if (name == "InstdAmt" != (element.Attribute("Ccy")?.Value == "CNY")) yield return $"{inParent} has a wrong currency.";
            }
            else
            {
                yield return $"{inParent} is not expected.";
            }
        }
    }

    private static string Once(string child)
    {
        var name = child.TrimEnd('+').TrimEnd('?');
        return $"({name} ){(child.EndsWith("?+", StringComparison.Ordinal) ? "*" : child.EndsWith('+') ? "+" : child.EndsWith('?') ? "?" : "")}";
    }

    private static string Text(int atMost) => $"^[\\s\\S]{{1,{atMost}}}$";
}
