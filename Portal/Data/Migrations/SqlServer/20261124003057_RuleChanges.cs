using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Data.Reference;

#nullable disable

namespace Portal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class RuleChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Parameters_Key_RegionCode_From",
                table: "Parameters");

            migrationBuilder.AddColumn<long>(
                name: "ApprovedAt",
                table: "Parameters",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ChangeId",
                table: "Parameters",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RuleChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ProposedById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposedAt = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    DecidedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Discriminator = table.Column<string>(type: "nvarchar(21)", maxLength: 21, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: true),
                    Key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: true),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Value = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Status = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CalendarChangeDays",
                columns: table => new
                {
                    ChangeId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    IsWorkday = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarChangeDays", x => new { x.ChangeId, x.Day });
                    table.ForeignKey(
                        name: "FK_CalendarChangeDays_RuleChanges_ChangeId",
                        column: x => x.ChangeId,
                        principalTable: "RuleChanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Parameters_ChangeId",
                table: "Parameters",
                column: "ChangeId",
                unique: true,
                filter: "[ChangeId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Parameters_Key_RegionCode_From",
                table: "Parameters",
                columns: new[] { "Key", "RegionCode", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_RuleChanges_State_ProposedAt",
                table: "RuleChanges",
                columns: new[] { "State", "ProposedAt" });

            AppendOnly.GuardSqlServer(migrationBuilder, ParameterEntry.Table, CalendarChangeDay.Table);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            AppendOnly.ReleaseSqlServer(migrationBuilder, ParameterEntry.Table, CalendarChangeDay.Table);

            migrationBuilder.DropTable(
                name: "CalendarChangeDays");

            migrationBuilder.DropTable(
                name: "RuleChanges");

            migrationBuilder.DropIndex(
                name: "IX_Parameters_ChangeId",
                table: "Parameters");

            migrationBuilder.DropIndex(
                name: "IX_Parameters_Key_RegionCode_From",
                table: "Parameters");

            migrationBuilder.DropColumn(
                name: "ApprovedAt",
                table: "Parameters");

            migrationBuilder.DropColumn(
                name: "ChangeId",
                table: "Parameters");

            migrationBuilder.CreateIndex(
                name: "IX_Parameters_Key_RegionCode_From",
                table: "Parameters",
                columns: new[] { "Key", "RegionCode", "From" },
                unique: true);
        }
    }
}
