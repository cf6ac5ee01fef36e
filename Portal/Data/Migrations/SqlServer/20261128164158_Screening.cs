using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Screening : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ScreeningRows_CreditCode",
                table: "ScreeningRows");

            migrationBuilder.AddColumn<long>(
                name: "BytesAtStart",
                table: "ScreeningRuns",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "FirmsStored",
                table: "ScreeningRuns",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "ReadingSince",
                table: "ScreeningRuns",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "RowsAtStart",
                table: "ScreeningRuns",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "SupplementOf",
                table: "ScreeningRuns",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SupplementId",
                table: "Objections",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Holder = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "ScreenedFirms",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CreditCode = table.Column<string>(type: "nvarchar(18)", maxLength: 18, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: true)
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
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    First = table.Column<int>(type: "int", nullable: false),
                    Lines = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
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
                    RunId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Size = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    City = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Leases");

            migrationBuilder.DropTable(
                name: "ScreenedFirms");

            migrationBuilder.DropTable(
                name: "ScreeningBlocks");

            migrationBuilder.DropTable(
                name: "ScreeningTotals");

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
                name: "SupplementId",
                table: "Objections");

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningRows_CreditCode",
                table: "ScreeningRows",
                column: "CreditCode");
        }
    }
}
