using System.Globalization;
using System.Text;
using Portal.Access;
using Portal.Casework.Rulebooks;
using Portal.Tables;

namespace Portal.Features.Refunds.Accounts;

/// <summary>The firms that have not answered as a CSV file, for whoever gets in touch with them.</summary>
public sealed class DownloadUnanswered(ListUnanswered list, RulebookSource rulebooks)
{
    private static readonly string[] Header = ["办件编号", "企业", "统一社会信用代码", "参保地", "金额（元）", "等待天数", "已提醒次数", "是否有人在平台办理", "联系电话"];

    public async Task HandleAsync(Actor actor, UnansweredFilter filter, Func<Stream> begin, CancellationToken cancellation = default)
    {
        var places = await rulebooks.RegionsAsync(cancellation);
        // With a byte-order mark, or Excel shows the names as gibberish.
        await using var text = new StreamWriter(begin(), new UTF8Encoding(true), 1 << 15) { NewLine = "\r\n" };
        var line = new StringWriter { NewLine = "\r\n" };
        CsvField.WriteLine(text, Header);
        await foreach (var firm in list.StreamAsync(actor, filter, cancellation))
        {
            CsvField.WriteLine(line,
            [
                firm.No, firm.Firm, firm.CreditCode, places.FullName(firm.RegionCode), firm.Amount?.ToString() ?? "",
                firm.DaysWaiting.ToString(CultureInfo.InvariantCulture), firm.Reminders.ToString(CultureInfo.InvariantCulture), firm.IsRegistered ? "是" : "否", firm.Phone,
            ]);
            await text.WriteAsync(line.GetStringBuilder(), cancellation);
            line.GetStringBuilder().Clear();
        }
    }
}
