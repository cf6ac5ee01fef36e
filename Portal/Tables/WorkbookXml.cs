using System.IO.Compression;
using System.Xml;

namespace Portal.Tables;

/// <summary>Reads the parts of a workbook, whichever of the two namespaces of Open XML they are in, and none that is nested without end.</summary>
internal static class WorkbookXml
{
    /// <summary>Sheets nest a dozen elements.</summary>
    private const int Deepest = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        CloseInput = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CheckCharacters = false,
    };

    public static XmlReader Open(ZipArchiveEntry part) => XmlReader.Create(part.Open(), Settings);

    /// <summary>Goes on to the next node.</summary>
    /// <exception cref="InvalidDataException">It lies deeper than any workbook's.</exception>
    public static bool Step(this XmlReader xml)
    {
        var more = xml.Read();
        return xml.Depth <= Deepest ? more : throw new InvalidDataException("The part is nested too deep.");
    }

    public static bool IsStartOf(this XmlReader xml, string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name;

    public static bool IsEndOf(this XmlReader xml, string name) => xml.NodeType == XmlNodeType.EndElement && xml.LocalName == name;

    /// <summary>The text within an element that may be in pieces of different looks; how it is pronounced is left out.</summary>
    public static string TextWithin(this XmlReader xml, string name)
    {
        if (xml.IsEmptyElement) return "";
        var text = "";
        var isPronounced = false;
        while (xml.Step() && !xml.IsEndOf(name))
        {
            if (xml.LocalName == "rPh") isPronounced = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (!isPronounced && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text += xml.Value;
        }

        return text;
    }
}
