using System.Text;
using Portal.Domain.Applications;
using Portal.Domain.Rules;
using Portal.Features.Citizen.Apply.Drafts;

namespace Portal.Tests.Features.Citizen.Apply.People;

public sealed class ImportPeopleTests
{
    static ImportPeopleTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public void Good_rows_of_a_workbook_become_people_who_qualify()
    {
        var form = SheetScene.Form("hiring-grant", new PersonEntry());

        var imported = SheetScene.Imported(form, SheetScene.Book(SheetScene.Header, SheetScene.Graduate(1), $"员工2,{SheetScene.Id(2)},登记失业人员,8,999,是"));

        Assert.Equal((2, 0), (imported.Added, imported.Updated));
        Assert.Empty(imported.Faults);
        Assert.All(SheetScene.Read(form.Typed).People, person => Assert.Empty(person.Errors));
        Assert.Equal(["员工1", "员工2"], form.Typed.People.Select(person => person.Name));
        Assert.Equal(("registered-unemployed", "8", "true"), (form.Typed.People[1].Answers["hireCategory"], form.Typed.People[1].Answers["unemployedMonths"], form.Typed.People[1].Answers["socialInsurancePaid"]));
    }

    [Theory]
    [InlineData(65001)]
    [InlineData(54936)]
    public void Columns_are_found_by_their_heading_in_either_encoding_and_others_are_named_once(int codePage)
    {
        var form = SheetScene.Form();
        var text = $"工号,是否已为其缴纳 社会保险费,劳动合同期限,hireCategory, 身份证号 ,姓名*,部门\r\n1,TRUE,１２个月,graduate,{SheetScene.Id(1)},员工1,销售\r\n";

        var imported = SheetScene.Imported(form, new MemoryStream(Encoding.GetEncoding(codePage).GetBytes(text)));

        Assert.Equal(["工号", "部门"], imported.Unused);
        Assert.Equal(["登记失业月数"], imported.Absent);
        Assert.Empty(imported.Faults);
        Assert.Equal(("员工1", SheetScene.Id(1), "12"), (form.Typed.People[0].Name, form.Typed.People[0].ResidentId, form.Typed.People[0].Answers["contractMonths"]));
    }

    [Fact]
    public void Every_faulty_cell_is_named_by_the_row_of_the_spreadsheet_and_its_column_and_the_person_is_kept()
    {
        var form = SheetScene.Form();
        var wrong = SheetScene.Id(2)[..17] + (SheetScene.Id(2)[17] == '1' ? '2' : '1');

        var imported = SheetScene.Imported(form, SheetScene.Book(
            "新员工名单,,,,,", SheetScene.Header, SheetScene.Graduate(1), ",,,,,", SheetScene.Graduate(2, wrong), $",{SheetScene.Id(3)},新来的,很久,,还没办"));

        Assert.Equal(["第5行“身份证号码”", "第6行“姓名”", "第6行“新招用人员类别”", "第6行“登记失业月数”", "第6行“劳动合同期限”", "第6行“是否已为其缴纳社会保险费”"],
            imported.Faults.Select(fault => fault.ToString().Split('：')[0]));
        Assert.Contains("校验码", imported.Faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("写的是“新来的”，只能填：登记失业人员、高校毕业生、其他人员", imported.Faults[2].Message, StringComparison.Ordinal);
        Assert.All(imported.Faults, fault => Assert.DoesNotContain("2101", fault.Message, StringComparison.Ordinal));
        Assert.Equal(3, form.Typed.People.Count);
        Assert.Equal(("新来的", "很久"), (form.Typed.People[2].Answers["hireCategory"], form.Typed.People[2].Answers["unemployedMonths"]));
    }

    [Fact]
    public void What_may_not_matter_once_a_wrong_answer_is_mended_is_not_asked_for()
    {
        var faults = SheetScene.Imported(SheetScene.Form(), SheetScene.Csv(SheetScene.Header, $"甲,{SheetScene.Id(1)},新来的,,,是", $"乙,{SheetScene.Id(2)},登记失业人员,,12,是")).Faults;

        Assert.Equal([(2, "新招用人员类别"), (2, "劳动合同期限"), (3, "登记失业月数")], faults.Select(fault => (fault.Row, fault.Column)));
    }

    [Fact]
    public void A_blank_line_in_a_csv_file_counts_as_the_row_it_is()
    {
        var imported = SheetScene.Imported(SheetScene.Form(), SheetScene.Csv(SheetScene.Header, SheetScene.Graduate(1), "", ",,,,,", SheetScene.Graduate(2, "1")));

        Assert.Equal(5, Assert.Single(imported.Faults).Row);
    }

    [Fact]
    public void A_row_that_a_workbook_leaves_out_counts_as_well()
    {
        var book = SheetScene.Changed(SheetScene.Book(SheetScene.Header, SheetScene.Graduate(1, "1")), xml =>
            xml[..xml.LastIndexOf("<row>", StringComparison.Ordinal)] + "<row r=\"9\">" + xml[(xml.LastIndexOf("<row>", StringComparison.Ordinal) + 5)..]);

        Assert.Equal(9, Assert.Single(SheetScene.Imported(SheetScene.Form(), book).Faults).Row);
    }

    [Theory]
    [InlineData("2.10102199203074E+17")]
    [InlineData("210102199203074000")]
    public void A_number_that_Excel_cut_is_told_with_how_to_prevent_it(string cut)
    {
        var inText = SheetScene.Imported(SheetScene.Form(), SheetScene.Csv(SheetScene.Header, SheetScene.Graduate(1, cut)));
        var asNumber = SheetScene.Imported(SheetScene.Form(), SheetScene.Changed(
            SheetScene.Book(SheetScene.Header, SheetScene.Graduate(1, "HERE")), xml => xml.Replace("""<c t="inlineStr" s="1"><is><t>HERE</t></is></c>""", $"<c><v>{cut}</v></c>", StringComparison.Ordinal)));

        Assert.Contains("Excel 把号码当成了数字", Assert.Single(inText.Faults).Message, StringComparison.Ordinal);
        Assert.Contains("“文本”", Assert.Single(asNumber.Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_and_months_that_Excel_made_of_them_are_read()
    {
        var form = SheetScene.Form("internship-subsidy");
        const string serialOfAugust = "44044";

        var imported = SheetScene.Imported(form, SheetScene.Csv(
            "姓名,身份证号码,见习月数,因疫情中断的月数,从哪个月开始", $"甲,{SheetScene.Id(1)},6,0,2020年8月", $"乙,{SheetScene.Id(2)},6,0,{serialOfAugust}", $"丙,{SheetScene.Id(3)},6,0,2020/8/1",
            $"丁,{SheetScene.Id(4)},6,0,2020.8", $"戊,{SheetScene.Id(5)},6,0,2021-08"));

        Assert.Equal(["2020-08", "2020-08", "2020-08"], form.Typed.People.Take(3).Select(person => person.FirstMonth));
        Assert.Equal([(5, "从哪个月开始"), (6, "从哪个月开始")], imported.Faults.Select(fault => (fault.Row, fault.Column)));
    }

    [Fact]
    public void Merged_cells_count_for_every_row_and_a_formula_for_its_result()
    {
        var form = SheetScene.Form();
        var book = SheetScene.Changed(
            SheetScene.Book(SheetScene.Header, $"员工1,{SheetScene.Id(1)},高校毕业生,,FORMULA,是", $"员工2,{SheetScene.Id(2)},,,12,是"),
            xml => xml.Replace("</sheetData>", "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"C2:C3\"/></mergeCells>", StringComparison.Ordinal)
                .Replace("""<c t="inlineStr" s="1"><is><t>FORMULA</t></is></c>""", "<c><f>6*2</f><v>12</v></c>", StringComparison.Ordinal));

        Assert.Empty(SheetScene.Imported(form, book).Faults);
        Assert.Equal(["graduate", "graduate"], form.Typed.People.Select(person => person.Answers["hireCategory"]));
    }

    [Fact]
    public void The_same_file_twice_adds_nobody_even_when_a_number_was_mended_in_between()
    {
        var form = SheetScene.Form();
        string[] lines = [SheetScene.Header, SheetScene.Graduate(1), SheetScene.Graduate(2, "21010219900103"), SheetScene.Graduate(3, "")];
        SheetScene.Imported(form, SheetScene.Csv(lines));
        form.Typed.People[1].ResidentId = SheetScene.Id(2);

        var again = SheetScene.Imported(form, SheetScene.Csv(lines));

        Assert.Equal((0, 3), (again.Added, again.Updated));
        Assert.Equal([SheetScene.Id(1), SheetScene.Id(2), ""], form.Typed.People.Select(person => person.ResidentId));
        Assert.Equal([(4, "身份证号码")], again.Faults.Select(fault => (fault.Row, fault.Column)));
    }

    [Fact]
    public void A_file_mended_outside_updates_the_people_it_named_before()
    {
        var form = SheetScene.Form();
        SheetScene.Imported(form, SheetScene.Csv(SheetScene.Header, SheetScene.Graduate(1, "1"), SheetScene.Graduate(2)));
        form.Typed.People[1].Answers["contractMonths"] = "24";

        var again = SheetScene.Imported(form, SheetScene.Csv(SheetScene.Header, SheetScene.Graduate(1), $"员工二,{SheetScene.Id(2)},其他人员,,两年,否"));

        Assert.Equal((0, 2), (again.Added, again.Updated));
        Assert.Equal(SheetScene.Id(1), form.Typed.People[0].ResidentId);
        Assert.Equal(("员工二", "other", "24"), (form.Typed.People[1].Name, form.Typed.People[1].Answers["hireCategory"], form.Typed.People[1].Answers["contractMonths"]));
        Assert.Empty(again.Faults);
    }

    [Fact]
    public void A_person_named_twice_in_the_file_is_told_and_taken_once()
    {
        var form = SheetScene.Form();

        var fault = Assert.Single(SheetScene.Imported(form, SheetScene.Csv(SheetScene.Header, SheetScene.Graduate(1), SheetScene.Graduate(2), SheetScene.Graduate(1))).Faults);

        Assert.Equal("第4行“身份证号码”：和第2行的身份证号码相同，没有重复添加。", fault.ToString());
        Assert.Equal(2, form.Typed.People.Count);
    }

    public static TheoryData<string, string, byte[]> Unusable() => new()
    {
        { "nothing", "文件是空的", [] },
        { "blank", "表格是空的", "\r\n,,\r\n"u8.ToArray() },
        { "no header", "没有找到表头", Encoding.UTF8.GetBytes("张三,210102199901010002,是\r\n") },
        { "header alone", "还没有人", Encoding.UTF8.GetBytes(SheetScene.Header) },
        { "column twice", "出现了两次", Encoding.UTF8.GetBytes("姓名,身份证号码,身份证号\r\n张三,1,2") },
        { "endless line", "太长", Encoding.UTF8.GetBytes(SheetScene.Header + "\r\n\"张三," + new string('x', 2_000_000)) },
        { "picture", "图片或 PDF", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] },
        { "password", "设了密码", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { "broken workbook", "无法打开", "PK\x03\x04 and then nothing of the sort"u8.ToArray() },
        { "cut workbook", "无法打开", SheetScene.Book(SheetScene.Header, SheetScene.Graduate(1)).ToArray()[..900] },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void What_cannot_be_used_is_refused_with_what_to_do_and_the_list_stays(string kind, string told, byte[] bytes)
    {
        var form = SheetScene.Form("hiring-grant", ApplyScene.GraduateHire());

        Assert.Contains(told, SheetScene.Refused(form, new MemoryStream(bytes)), StringComparison.Ordinal);
        Assert.True(form.Typed.People is [{ Name: "张三" }], kind);
    }

    [Fact]
    public void More_people_than_an_application_takes_are_refused_whole()
    {
        var form = SheetScene.Form("hiring-grant", ApplyScene.GraduateHire());
        string[] Lines(int people) => [SheetScene.Header, .. Enumerable.Range(1, people).Select(number => SheetScene.Graduate(number))];

        Assert.Contains("10,000 人，一份申请最多 500 人", SheetScene.Refused(form, SheetScene.Csv(Lines(10_000))), StringComparison.Ordinal);
        Assert.Contains("已有 1 人，表格里还有 500 个新的人", SheetScene.Refused(form, SheetScene.Csv(Lines(PeopleList.Most))), StringComparison.Ordinal);
        Assert.Single(form.Typed.People);
        Assert.Equal(499, SheetScene.Imported(form, SheetScene.Csv(Lines(499))).Added);
    }

    [Fact]
    public void Learners_are_only_named()
    {
        var form = SheetScene.Form("training-subsidy");

        Assert.Empty(SheetScene.Imported(form, SheetScene.Csv("姓名,身份证号码", $"学员,{SheetScene.Id(1)}")).Faults);
        Assert.Equal(Outcome.Incomplete, Assert.Single(SheetScene.Read(form.Typed).People).Assessment.Outcome);
    }
}
