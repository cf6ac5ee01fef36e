using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CasePeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Renamed, not made anew: the people of the cases so far stay.
            migrationBuilder.DropForeignKey(
                name: "FK_CaseHires_Cases_CaseId",
                table: "CaseHires");

            migrationBuilder.DropPrimaryKey(
                name: "PK_CaseHires",
                table: "CaseHires");

            migrationBuilder.RenameTable(
                name: "CaseHires",
                newName: "CasePeople");

            migrationBuilder.RenameIndex(
                name: "IX_CaseHires_CaseId_Sequence",
                table: "CasePeople",
                newName: "IX_CasePeople_CaseId_Sequence");

            migrationBuilder.RenameIndex(
                name: "IX_CaseHires_ResidentId_Index",
                table: "CasePeople",
                newName: "IX_CasePeople_ResidentId_Index");

            migrationBuilder.AddPrimaryKey(
                name: "PK_CasePeople",
                table: "CasePeople",
                column: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_CasePeople_Cases_CaseId",
                table: "CasePeople",
                column: "CaseId",
                principalTable: "Cases",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_CasePeople_Cases_CaseId",
                table: "CasePeople");

            migrationBuilder.DropPrimaryKey(
                name: "PK_CasePeople",
                table: "CasePeople");

            migrationBuilder.RenameTable(
                name: "CasePeople",
                newName: "CaseHires");

            migrationBuilder.RenameIndex(
                name: "IX_CasePeople_CaseId_Sequence",
                table: "CaseHires",
                newName: "IX_CaseHires_CaseId_Sequence");

            migrationBuilder.RenameIndex(
                name: "IX_CasePeople_ResidentId_Index",
                table: "CaseHires",
                newName: "IX_CaseHires_ResidentId_Index");

            migrationBuilder.AddPrimaryKey(
                name: "PK_CaseHires",
                table: "CaseHires",
                column: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_CaseHires_Cases_CaseId",
                table: "CaseHires",
                column: "CaseId",
                principalTable: "Cases",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
