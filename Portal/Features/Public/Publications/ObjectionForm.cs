namespace Portal.Features.Public.Publications;

/// <summary>What is posted with an objection; texts as typed.</summary>
public sealed class ObjectionForm
{
    public string? Name { get; set; }
    public string? Contact { get; set; }
    public string? Reason { get; set; }
    public IReadOnlyList<IFormFile>? Files { get; set; }
}
