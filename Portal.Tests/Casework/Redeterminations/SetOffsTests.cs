using Portal.Casework.Redeterminations;
using Portal.Data.Recoveries;

namespace Portal.Tests.Casework.Redeterminations;

public sealed class SetOffsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1_000_000)]
    public void The_same_instalment_set_off_again_gets_a_reference_of_its_own_that_fits(int sequence)
    {
        var recovery = new Recovery { Reason = "重复领取" };
        string Next() => SetOffs.ReferenceOf(recovery, "LN202011160000017", sequence, Guid.NewGuid());
        var first = Next();
        recovery.Receipts.Add(new RecoveryReceipt { Reference = first });

        var again = Next();

        Assert.NotEqual(first, again);
        Assert.NotEqual(again, Next());
        Assert.InRange(again.Length, first.Length + 1, RecoveryReceipt.ReferenceAtMost);
    }
}
