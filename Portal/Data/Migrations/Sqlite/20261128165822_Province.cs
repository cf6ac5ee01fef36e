using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Province : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ScreeningRows_CreditCode",
                table: "ScreeningRows");

            migrationBuilder.AddColumn<DateOnly>(
                name: "RemindedOn",
                table: "WorkItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "BytesAtStart",
                table: "ScreeningRuns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "FirmsStored",
                table: "ScreeningRuns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "ReadingSince",
                table: "ScreeningRuns",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RowsAtStart",
                table: "ScreeningRuns",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "SupplementOf",
                table: "ScreeningRuns",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Claimed",
                table: "PaymentInstalments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<Guid>(
                name: "SupplementId",
                table: "Objections",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ErasedOn",
                table: "Cases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "BankAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RegionCode = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    UploadedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    UploadedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    UploadedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Applied = table.Column<int>(type: "INTEGER", nullable: false),
                    Repeated = table.Column<int>(type: "INTEGER", nullable: false),
                    Disputed = table.Column<int>(type: "INTEGER", nullable: false),
                    Foreign = table.Column<int>(type: "INTEGER", nullable: false),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankAnswers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CaseNotices",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseNotices", x => new { x.CaseId, x.Kind, x.Number });
                    table.ForeignKey(
                        name: "FK_CaseNotices_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Holder = table.Column<Guid>(type: "TEXT", nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "LedgerSumMark",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    LastEntryId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerSumMark", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LedgerSums",
                columns: table => new
                {
                    MeasureCode = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RegionCode = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Account = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LedgerSums", x => new { x.Month, x.MeasureCode, x.RegionCode, x.Source, x.Account });
                });

            migrationBuilder.CreateTable(
                name: "PaymentBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    No = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    RegionCode = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    ExecutionOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MadeById = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    MadeAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ProposedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProposedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ApprovedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ApprovedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ExportedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DebtorName = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    DebtorBank = table.Column<string>(type: "TEXT", maxLength: 140, nullable: true),
                    DebtorAccount_Cipher = table.Column<string>(type: "TEXT", maxLength: 512, nullable: true),
                    DebtorAccount_Index = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    DebtorAccount_Masked = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Recoveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Received = table.Column<long>(type: "INTEGER", nullable: false),
                    Waived = table.Column<long>(type: "INTEGER", nullable: false),
                    AllowsSetOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    ProposedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprovedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprovedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WaiverProposedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    WaiverReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Objection = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ObjectedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Recoveries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Recoveries_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Redeterminations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    FactsJson = table.Column<string>(type: "TEXT", nullable: true),
                    AssessmentJson = table.Column<string>(type: "TEXT", nullable: true),
                    OldTotal = table.Column<long>(type: "INTEGER", nullable: false),
                    NewTotal = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Parts = table.Column<int>(type: "INTEGER", nullable: false),
                    AllowsSetOff = table.Column<bool>(type: "INTEGER", nullable: false),
                    RuleChangeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ProposedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecisionNote = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Redeterminations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Redeterminations_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScreenedFirms",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreditCode = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreenedFirms", x => new { x.RunId, x.CreditCode, x.Number });
                    table.ForeignKey(
                        name: "FK_ScreenedFirms_ScreeningRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "ScreeningRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ScreeningBlocks",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    First = table.Column<int>(type: "INTEGER", nullable: false),
                    Lines = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningBlocks", x => new { x.RunId, x.First });
                    table.ForeignKey(
                        name: "FK_ScreeningBlocks_ScreeningRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "ScreeningRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ScreeningTotals",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Size = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    City = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningTotals", x => new { x.RunId, x.Outcome, x.Size, x.City });
                    table.ForeignKey(
                        name: "FK_ScreeningTotals_ScreeningRuns_RunId",
                        column: x => x.RunId,
                        principalTable: "ScreeningRuns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TaskDays",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TaskDays", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "BatchLines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstalmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    EndToEndId = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Payee = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Bank = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Account_Cipher = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    Account_Index = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Account_Masked = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsCorporate = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    IsLive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Dispute = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Finding = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
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
                name: "RecoveryParts",
                columns: table => new
                {
                    RecoveryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LateOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryParts", x => new { x.RecoveryId, x.Sequence });
                    table.ForeignKey(
                        name: "FK_RecoveryParts_Recoveries_RecoveryId",
                        column: x => x.RecoveryId,
                        principalTable: "Recoveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecoveryReceipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecoveryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    InstalmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryReceipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecoveryReceipts_Recoveries_RecoveryId",
                        column: x => x.RecoveryId,
                        principalTable: "Recoveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BankAnswerLines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AnswerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EndToEndId = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LineId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Dispute = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true)
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

            migrationBuilder.CreateIndex(
                name: "IX_Recoveries_CaseId",
                table: "Recoveries",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Recoveries_ClosedOn_ApprovedOn",
                table: "Recoveries",
                columns: new[] { "ClosedOn", "ApprovedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryParts_LateOn_DueOn",
                table: "RecoveryParts",
                columns: new[] { "LateOn", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryReceipts_RecoveryId_Reference",
                table: "RecoveryReceipts",
                columns: new[] { "RecoveryId", "Reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Redeterminations_CaseId",
                table: "Redeterminations",
                column: "CaseId",
                unique: true,
                filter: "[State] = 'Proposed'");

            migrationBuilder.CreateIndex(
                name: "IX_Redeterminations_RuleChangeId_State",
                table: "Redeterminations",
                columns: new[] { "RuleChangeId", "State" });

            AppendOnly.GuardSqlite(migrationBuilder, Portal.Data.Batches.BankAnswerLine.Table, Portal.Data.Recoveries.RecoveryReceipt.Table);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BankAnswerLines");

            migrationBuilder.DropTable(
                name: "CaseNotices");

            migrationBuilder.DropTable(
                name: "Leases");

            migrationBuilder.DropTable(
                name: "LedgerSumMark");

            migrationBuilder.DropTable(
                name: "LedgerSums");

            migrationBuilder.DropTable(
                name: "RecoveryParts");

            migrationBuilder.DropTable(
                name: "RecoveryReceipts");

            migrationBuilder.DropTable(
                name: "Redeterminations");

            migrationBuilder.DropTable(
                name: "ScreenedFirms");

            migrationBuilder.DropTable(
                name: "ScreeningBlocks");

            migrationBuilder.DropTable(
                name: "ScreeningTotals");

            migrationBuilder.DropTable(
                name: "TaskDays");

            migrationBuilder.DropTable(
                name: "BankAnswers");

            migrationBuilder.DropTable(
                name: "BatchLines");

            migrationBuilder.DropTable(
                name: "Recoveries");

            migrationBuilder.DropTable(
                name: "PaymentBatches");

            migrationBuilder.DropColumn(
                name: "RemindedOn",
                table: "WorkItems");

            migrationBuilder.DropColumn(
                name: "BytesAtStart",
                table: "ScreeningRuns");

            migrationBuilder.DropColumn(
                name: "FirmsStored",
                table: "ScreeningRuns");

            migrationBuilder.DropColumn(
                name: "ReadingSince",
                table: "ScreeningRuns");

            migrationBuilder.DropColumn(
                name: "RowsAtStart",
                table: "ScreeningRuns");

            migrationBuilder.DropColumn(
                name: "SupplementOf",
                table: "ScreeningRuns");

            migrationBuilder.DropColumn(
                name: "Claimed",
                table: "PaymentInstalments");

            migrationBuilder.DropColumn(
                name: "SupplementId",
                table: "Objections");

            migrationBuilder.DropColumn(
                name: "ErasedOn",
                table: "Cases");

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningRows_CreditCode",
                table: "ScreeningRows",
                column: "CreditCode");
        }
    }
}
