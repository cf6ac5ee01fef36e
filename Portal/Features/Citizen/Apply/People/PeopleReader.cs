using Portal.Components.Rules;
using Portal.Domain.Applications;
using Portal.Domain.Rules;
using Portal.Domain.Values;
using Portal.Features.Citizen.Apply.Drafts;
using Portal.Forms;

namespace Portal.Features.Citizen.Apply.People;

/// <summary>Reads a list of people: each is judged alone, and those who are alike become a case together.</summary>
internal static class PeopleReader
{
    public static MeasureReading Read(MeasureReading reading, PeopleList list, DateOnly today, List<FormError> errors)
    {
        var (measure, prefix, entries) = (reading.Measure, reading.Prefix, reading.Typed.People);
        if (entries.Count is 0 or > PeopleList.Most)
        {
            errors.Add(new FormError(FieldIds.People(prefix), entries.Count == 0 ? $"请至少填写一名{list.Title}。" : $"一次最多{PeopleList.Most}人，请分几次申请。"));
            return reading;
        }

        var typed = entries.Select(person => TypedFacts.Read(measure.Facts, person.Answers, today)).ToArray();
        PeopleResult? result = null;
        var live = LiveAssessment.Make(() => (result = PeopleApplication.Assess(measure, reading.Terms, reading.Facts, [.. typed.Select(person => person.Facts)])).Each[0]);
        errors.AddFault(measure, live.Fault);
        if (result is null) return reading;

        var once = measure.Application.AskedOnce(measure).Select(fact => fact.Name).ToHashSet();
        errors.AddMissing(measure, Only(live.Assessment!, result, once.Contains), prefix);
        var people = entries.Select((person, row) => ReadRow(person, row, reading, list, typed[row], result.Each[row], today)).ToArray();
        AddDuplicates(people, prefix);
        errors.AddRange(people.SelectMany(person => person.Errors));
        if (result.Groups.Count == 0 && result.Each.All(each => each.Outcome == Outcome.Ineligible))
            errors.Add(new FormError(FieldIds.People(prefix), $"名单里还没有符合{measure.Name}条件的人，请看每个人标着“不符合”的条目；如果是信息填错了，改过来就可以。"));
        return reading with
        {
            Assessment = result.Groups.Count > 0 ? result.Groups[0].Whole : live.Assessment,
            People = people,
            Parts = [.. result.Groups.Select(group => new FormPart(reading.Terms, group.Facts, group.Whole, group.Members))],
        };
    }

    // What is asked once stands with the measure, whichever person needs it.
    private static Assessment Only(Assessment one, PeopleResult result, Func<string, bool> isAsked) =>
        one with { Missing = [.. result.Each.SelectMany(each => each.Missing).Where(isAsked).Distinct()] };

    private static ReadPerson ReadRow(
        PersonEntry entry, int row, MeasureReading reading, PeopleList list, TypedFacts typed, Assessment assessment, DateOnly today)
    {
        var errors = new List<FormError>();
        var (measure, prefix) = (reading.Measure, reading.Prefix);
        var name = PlainText.Trim(entry.Name);
        if (name.Length is 0 or > 60) errors.Add(new FormError(FieldIds.PersonName(prefix, row), "请填写姓名。"));
        var fault = ResidentId.TryParse(entry.ResidentId, today, out var id);
        if (fault != IdentifierFault.None) errors.Add(new FormError(FieldIds.PersonId(prefix, row), ResidentId.Explain(fault)));
        var own = FieldIds.Person(prefix, row);
        errors.AddFaults(measure, typed, own);
        errors.AddMissing(measure, assessment with { Missing = [.. assessment.Missing.Where(missing => list.Each.Any(fact => fact.Name == missing))] }, own);
        var claim = reading.Claim with
        {
            FirstMonth = Month.TryParse(PlainText.Compact(entry.FirstMonth), out var month) ? month : null,
            StartedOn = IsoDate.TryRead(entry.StartedOn, out var day) ? day : null,
        };
        errors.AddClaimFault(measure, reading.Facts.Over(typed.Facts), reading.Terms, claim, assessment, own);
        return new ReadPerson(row, name, fault == IdentifierFault.None ? id : null, claim, typed.Facts, assessment,
            // In the summary of a long list every line has to say whose it is.
            [.. errors.Select(error => error with { Message = $"第{row + 1}人：{error.Message}" })]);
    }

    private static void AddDuplicates(ReadPerson[] people, string prefix)
    {
        foreach (var same in people.Where(person => person.Id is not null).GroupBy(person => person.Id))
            foreach (var again in same.Skip(1).ToArray())
                people[again.Row] = again with
                {
                    Errors = [.. again.Errors, new FormError(FieldIds.PersonId(prefix, again.Row), $"第{again.Row + 1}人和第{same.First().Row + 1}人的身份证号码相同，请删除重复的一行。")],
                };
    }
}
