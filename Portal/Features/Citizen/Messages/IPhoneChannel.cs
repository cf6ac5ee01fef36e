namespace Portal.Features.Citizen.Messages;

/// <summary>A way to a telephone number that is nobody's account.</summary>
public interface IPhoneChannel
{
    /// <param name="id">Of the notice; may be asked twice for one after a crash, and a receiver can tell it by this.</param>
    /// <param name="number">A mobile number, 11 digits.</param>
    Task<SendResult> SendAsync(Guid id, string number, string body, CancellationToken cancellation);
}
