using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Batches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "BankAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    UploadedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UploadedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    UploadedAt = table.Column<long>(type: "bigint", nullable: false),
                    FinishedAt = table.Column<long>(type: "bigint", nullable: true),
                    Applied = table.Column<int>(type: "int", nullable: false),
                    Repeated = table.Column<int>(type: "int", nullable: false),
                    Disputed = table.Column<int>(type: "int", nullable: false),
                    Foreign = table.Column<int>(type: "int", nullable: false),
                    Finding = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PaymentBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    No = table.Column<string>(type: "nvarchar(35)", maxLength: 35, nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    State = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    ExecutionOn = table.Column<DateOnly>(type: "date", nullable: true),
                    MadeById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MadeByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false),
                    ProposedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ProposedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ProposedAt = table.Column<long>(type: "bigint", nullable: true),
                    ApprovedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ApprovedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ApprovedAt = table.Column<long>(type: "bigint", nullable: true),
                    SentAt = table.Column<long>(type: "bigint", nullable: true),
                    ExportedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClosedByName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    DebtorName = table.Column<string>(type: "nvarchar(140)", maxLength: 140, nullable: true),
                    DebtorBank = table.Column<string>(type: "nvarchar(140)", maxLength: 140, nullable: true),
                    DebtorAccount_Cipher = table.Column<string>(type: "nvarchar(512)", maxLength: 512, nullable: true),
                    DebtorAccount_Index = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    DebtorAccount_Masked = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BatchLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BatchId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InstalmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    EndToEndId = table.Column<string>(type: "nvarchar(35)", maxLength: 35, nullable: false),
                    Payee = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Bank = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Account_Cipher = table.Column<string>(type: "nvarchar(512)", maxLength: 512, nullable: false),
                    Account_Index = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    Account_Masked = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IsCorporate = table.Column<bool>(type: "bit", nullable: false),
                    State = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    IsLive = table.Column<bool>(type: "bit", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Reference = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Dispute = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Finding = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BatchLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BatchLines_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BatchLines_PaymentBatches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "PaymentBatches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BatchLines_PaymentInstalments_InstalmentId",
                        column: x => x.InstalmentId,
                        principalTable: "PaymentInstalments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BankAnswerLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AnswerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EndToEndId = table.Column<string>(type: "nvarchar(35)", maxLength: 35, nullable: false),
                    Verdict = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Reference = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: true),
                    LineId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Outcome = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Dispute = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankAnswerLines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BankAnswerLines_BankAnswers_AnswerId",
                        column: x => x.AnswerId,
                        principalTable: "BankAnswers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BankAnswerLines_BatchLines_LineId",
                        column: x => x.LineId,
                        principalTable: "BatchLines",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BankAnswerLines_AnswerId_Outcome_Id",
                table: "BankAnswerLines",
                columns: new[] { "AnswerId", "Outcome", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_BankAnswerLines_LineId",
                table: "BankAnswerLines",
                column: "LineId");

            migrationBuilder.CreateIndex(
                name: "IX_BankAnswers_Sha256",
                table: "BankAnswers",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_BatchLines_Account_Index",
                table: "BatchLines",
                column: "Account_Index");

            migrationBuilder.CreateIndex(
                name: "IX_BatchLines_BatchId_Sequence",
                table: "BatchLines",
                columns: new[] { "BatchId", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BatchLines_BatchId_State_Sequence",
                table: "BatchLines",
                columns: new[] { "BatchId", "State", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_BatchLines_CaseId",
                table: "BatchLines",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_BatchLines_EndToEndId",
                table: "BatchLines",
                column: "EndToEndId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BatchLines_InstalmentId",
                table: "BatchLines",
                column: "InstalmentId");

            migrationBuilder.CreateIndex(
                name: "IX_BatchLines_OneLive",
                table: "BatchLines",
                column: "InstalmentId",
                unique: true,
                filter: "[IsLive] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_PaymentBatches_DebtorAccount_Index",
                table: "PaymentBatches",
                column: "DebtorAccount_Index");

            migrationBuilder.CreateIndex(
                name: "IX_PaymentBatches_No",
                table: "PaymentBatches",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PaymentBatches_State_No",
                table: "PaymentBatches",
                columns: new[] { "State", "No" });

            AppendOnly.GuardSqlServer(migrationBuilder, Portal.Data.Batches.BankAnswerLine.Table);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BankAnswerLines");

            migrationBuilder.DropTable(
                name: "BankAnswers");

            migrationBuilder.DropTable(
                name: "BatchLines");

            migrationBuilder.DropTable(
                name: "PaymentBatches");
        }
    }
}
