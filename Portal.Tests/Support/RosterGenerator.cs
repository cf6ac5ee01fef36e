using System.Text;
using Portal.Domain.Screening;

namespace Portal.Tests.Support;

/// <summary>Rosters of any length as a bureau exports them: mostly small firms, every outcome, some cells at fault. The same seed gives the same file.</summary>
public sealed class RosterGenerator(int seed = 20201116)
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    private static readonly string[] Places = ["沈阳", "大连", "鞍山", "抚顺", "本溪", "丹东", "锦州", "营口", "阜新", "辽阳", "盘锦", "铁岭", "朝阳", "葫芦岛"];

    private static readonly string[] Regions =
        ["210102", "210202", "210302", "210402", "210502", "210602", "210702", "210802", "210902", "211002", "211102", "211202", "211302", "211402"];

    private static readonly string[] Words =
        ["恒", "泰", "盛", "源", "鑫", "隆", "华", "宏", "达", "嘉", "瑞", "祥", "和", "兴", "海", "天", "北", "新", "永", "安", "金", "诚", "德", "润"];

    private static readonly string[] Trades = ["机械", "商贸", "餐饮", "物流", "建材", "科技", "服装", "食品", "汽修", "装饰", "农业", "渔业", "教育", "医药", "软件", "造船"];
    private static readonly string[] Banks = ["中国工商银行", "中国建设银行", "中国农业银行", "盛京银行", "大连银行", "锦州银行"];

    private readonly Random _random = new(seed);
    private readonly char[] _code = new char[18];
    private readonly Queue<string> _earlier = new();

    public static string Header { get; } = string.Join(',',
        RosterColumns.CreditCode, RosterColumns.Name, RosterColumns.Region, RosterColumns.Size, RosterColumns.InsuredYearBeforeLast,
        RosterColumns.InsuredLastYear, RosterColumns.NotLayoffs, RosterColumns.MonthsPaid, RosterColumns.PremiumsPaid,
        RosterColumns.Dishonest, RosterColumns.Zombie, RosterColumns.AccountHolder, RosterColumns.Bank, RosterColumns.Account);

    /// <summary>UTF-8 with a byte-order mark, lines ending as Excel writes them.</summary>
    public void Write(string path, int rows)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(true), 1 << 16) { NewLine = "\r\n" };
        file.WriteLine(Header);
        foreach (var row in Rows(rows)) file.WriteLine(string.Join(',', row));
    }

    /// <summary>The cells of each row, in the order of the header.</summary>
    public IEnumerable<string[]> Rows(int rows)
    {
        for (var number = 1; number <= rows; number++) yield return Row(number);
    }

    private string[] Row(int number)
    {
        var city = _random.Next(Places.Length);
        var name = $"{Places[city]}{Pick(Words)}{Pick(Words)}{Pick(Trades)}有限公司";
        var (size, staff) = Staff();
        var last = Math.Max(0, staff - (_random.Next(5) == 0 ? _random.Next(1 + staff / 3) : 0));
        var premiums = Math.Max(1, last) * 150L + _random.Next(60_000) / 100;
        string[] cells =
        [
            Code(city), name, Regions[city], size, Text(staff), Text(last), Text(last < staff && _random.Next(2) == 0 ? staff - last : 0),
            _random.Next(14) == 0 ? Text(_random.Next(12)) : "12", $"{premiums}.{_random.Next(100):00}",
            _random.Next(250) == 0 ? "是" : "否", _random.Next(500) == 0 ? "是" : "否", name, Pick(Banks) + Places[city] + "分行", $"6217{number:0000000000000}",
        ];
        Spoil(cells);
        return cells;
    }

    private (string Size, int Staff) Staff() => _random.Next(100) switch
    {
        < 68 => ("微型", 1 + _random.Next(10)),
        < 90 => ("小型", 5 + _random.Next(50)),
        < 98 => ("中型", 40 + _random.Next(300)),
        _ => ("大型", 300 + _random.Next(5000)),
    };

    /// <summary>About one row in sixty: what really goes wrong in exports, and what is only written in an odd way.</summary>
    private void Spoil(string[] cells)
    {
        switch (_random.Next(1000))
        {
            case 0: cells[0] = cells[0][..17] + (cells[0][17] == '0' ? '1' : '0'); break;
            case 1: cells[0] = _earlier.Count > 0 ? _earlier.Peek() : ""; break;
            case 2: cells[2] = "110101"; break;
            case 3: cells[8] = "-" + cells[8]; break;
            case 4: cells[7] = "13"; break;
            case 5: cells[5] = ""; break;
            case 6: cells[8] = ""; break;
            case 7: cells[3] = "特大"; break;
            case 8: cells[4] = "一百"; break;
            case 9: cells[7] = "１２"; break;
            case 10: cells[8] = $"\"{long.Parse(cells[8].Split('.')[0]):#,0}.00\""; break;
            case 11: cells[0] = " " + cells[0]; break;
            case 12: cells[9] = ""; break;
            case 13: cells[13] = ""; break;
            case 14: cells[1] = $"\"{cells[1]}（“{Pick(Words)}”分厂）\""; break;
            case < 20: _earlier.Enqueue(cells[0]); break;
        }

        if (_earlier.Count > 50) _earlier.Dequeue();
    }

    private string Code(int city)
    {
        _code[0] = '9';
        _code[1] = '1';
        Regions[city].CopyTo(_code.AsSpan(2));
        var sum = 0;
        for (var i = 8; i < 17; i++) _code[i] = Alphabet[_random.Next(31)];
        for (var i = 0; i < 17; i++) sum += Alphabet.IndexOf(_code[i], StringComparison.Ordinal) * Weights[i];
        _code[17] = Alphabet[(31 - sum % 31) % 31];
        return new string(_code);
    }

    private string Pick(string[] from) => from[_random.Next(from.Length)];

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
