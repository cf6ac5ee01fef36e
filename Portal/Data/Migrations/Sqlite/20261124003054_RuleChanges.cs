using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Data.Reference;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ChangeId",
                table: "Parameters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "RuleChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegionCode = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ProposedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Discriminator = table.Column<string>(type: "TEXT", maxLength: 21, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Value = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 4, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CalendarChangeDays",
                columns: table => new
                {
                    ChangeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsWorkday = table.Column<bool>(type: "INTEGER", nullable: false)
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
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Parameters_Key_RegionCode_From",
                table: "Parameters",
                columns: new[] { "Key", "RegionCode", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_RuleChanges_State_ProposedAt",
                table: "RuleChanges",
                columns: new[] { "State", "ProposedAt" });

            AppendOnly.GuardSqlite(migrationBuilder, ParameterEntry.Table, CalendarChangeDay.Table);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            AppendOnly.ReleaseSqlite(migrationBuilder, ParameterEntry.Table, CalendarChangeDay.Table);

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
