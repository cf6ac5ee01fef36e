using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Following : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_BenefitClaims_MeasureCode_Subject_Period",
                table: "BenefitClaims");

            migrationBuilder.AddColumn<DateOnly>(
                name: "GivenUpOn",
                table: "BenefitClaims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccountChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OldMasked = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Holder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Bank = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Account_Cipher = table.Column<string>(type: "TEXT", maxLength: 512, nullable: false),
                    Account_Index = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Account_Masked = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    ClosedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountChanges_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseAppeals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FiledById = table.Column<Guid>(type: "TEXT", nullable: false),
                    FiledAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RefusedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FirstProposedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    FirstDecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseAppeals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseAppeals_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BenefitClaims_MeasureCode_Subject_Period",
                table: "BenefitClaims",
                columns: new[] { "MeasureCode", "Subject", "Period" },
                unique: true,
                filter: "[GivenUpOn] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccountChanges_Account_Index",
                table: "AccountChanges",
                column: "Account_Index");

            migrationBuilder.CreateIndex(
                name: "IX_AccountChanges_CaseId",
                table: "AccountChanges",
                column: "CaseId",
                unique: true,
                filter: "[State] = 'Open'");

            migrationBuilder.CreateIndex(
                name: "IX_CaseAppeals_CaseId",
                table: "CaseAppeals",
                column: "CaseId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountChanges");

            migrationBuilder.DropTable(
                name: "CaseAppeals");

            migrationBuilder.DropIndex(
                name: "IX_BenefitClaims_MeasureCode_Subject_Period",
                table: "BenefitClaims");

            migrationBuilder.DropColumn(
                name: "GivenUpOn",
                table: "BenefitClaims");

            migrationBuilder.CreateIndex(
                name: "IX_BenefitClaims_MeasureCode_Subject_Period",
                table: "BenefitClaims",
                columns: new[] { "MeasureCode", "Subject", "Period" },
                unique: true);
        }
    }
}
