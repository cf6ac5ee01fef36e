namespace Portal.Features.Refunds;

/// <summary>A firm confirms the account its automatic refund is paid to (免申即享).</summary>
public static class RefundsFeature
{
    public static void AddRefunds(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ShowRefund>();
        builder.Services.AddSingleton<ConfirmRefundAccount>();
    }
}
