using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Ledger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Refusal",
                table: "PaymentInstalments",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SetOff",
                table: "PaymentInstalments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "PaymentInstalments",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "Waiting");

            migrationBuilder.CreateTable(
                name: "LedgerEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Debit = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Credit = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Occasion = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeasureCode = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RegionCode = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerEntries", x => x.Id);
                    table.CheckConstraint("CK_LedgerEntries_Positive", "[Amount] > 0");
                    table.CheckConstraint("CK_LedgerEntries_TwoAccounts", "[Debit] <> [Credit]");
                    table.ForeignKey(
                        name: "FK_LedgerEntries_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentInstalments_State_DueOn",
                table: "PaymentInstalments",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_LedgerEntries_CaseId_Sequence_Kind_Occasion_Credit_Source",
                table: "LedgerEntries",
                columns: new[] { "CaseId", "Sequence", "Kind", "Occasion", "Credit", "Source" },
                unique: true);

            migrationBuilder.Sql("UPDATE PaymentInstalments SET State = CASE WHEN PaidOn IS NOT NULL THEN 'Paid' WHEN DueOn IS NOT NULL THEN 'Due' ELSE 'Waiting' END");
            AppendOnly.GuardSqlite(migrationBuilder, Portal.Data.Ledger.LedgerEntry.Table);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LedgerEntries");

            migrationBuilder.DropIndex(
                name: "IX_PaymentInstalments_State_DueOn",
                table: "PaymentInstalments");

            migrationBuilder.DropColumn(
                name: "Refusal",
                table: "PaymentInstalments");

            migrationBuilder.DropColumn(
                name: "SetOff",
                table: "PaymentInstalments");

            migrationBuilder.DropColumn(
                name: "State",
                table: "PaymentInstalments");
        }
    }
}
