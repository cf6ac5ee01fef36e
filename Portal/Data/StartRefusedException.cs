namespace Portal.Data;

/// <summary>The portal must not start as it is set up; the message is one clear line that says what to do.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
