namespace Portal.Forms;

/// <param name="FieldId">The id of the input to go to; null for an error of the form as a whole.</param>
public sealed record FormError(string? FieldId, string Message);
