using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Privacy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LockedName",
                table: "Cases",
                type: "nvarchar(512)",
                maxLength: 512,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LockedUntil",
                table: "Cases",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClosedAt",
                table: "AspNetUsers",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AccessEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ActorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActorName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ActorRoles = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ActorPlace = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: true),
                    Kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CaseNo = table.Column<string>(type: "nvarchar(17)", maxLength: 17, nullable: true),
                    SubjectId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    FirmId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RegionCode = table.Column<string>(type: "nvarchar(6)", maxLength: 6, nullable: false),
                    What = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ActId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ConsentEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    TextVersion = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    IsGiven = table.Column<bool>(type: "bit", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsentEntries", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AccessEntries_ActId",
                table: "AccessEntries",
                column: "ActId",
                unique: true,
                filter: "[ActId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AccessEntries_ActorId_At",
                table: "AccessEntries",
                columns: new[] { "ActorId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AccessEntries_CaseNo_Id",
                table: "AccessEntries",
                columns: new[] { "CaseNo", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AccessEntries_FirmId_Id",
                table: "AccessEntries",
                columns: new[] { "FirmId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AccessEntries_SubjectId_Id",
                table: "AccessEntries",
                columns: new[] { "SubjectId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ConsentEntries_UserId_Kind_Id",
                table: "ConsentEntries",
                columns: new[] { "UserId", "Kind", "Id" });

            AppendOnly.GuardSqlServer(migrationBuilder, "ConsentEntries", "AccessEntries");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessEntries");

            migrationBuilder.DropTable(
                name: "ConsentEntries");

            migrationBuilder.DropColumn(
                name: "LockedName",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "LockedUntil",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "AspNetUsers");
        }
    }
}
