using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ApplicationParts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_AttachmentContents_Attachments_AttachmentId",
                table: "AttachmentContents");

            migrationBuilder.DropIndex(
                name: "IX_Cases_DraftId",
                table: "Cases");

            migrationBuilder.RenameColumn(
                name: "AttachmentId",
                table: "AttachmentContents",
                newName: "Id");

            migrationBuilder.AddColumn<int>(
                name: "DraftPart",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ContentId",
                table: "Attachments",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            // Until now every file had bytes of its own under its own key, and every draft became one case.
            migrationBuilder.Sql("UPDATE Attachments SET ContentId = Id");
            migrationBuilder.Sql("UPDATE Cases SET DraftPart = 0 WHERE DraftId IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_DraftId_DraftPart",
                table: "Cases",
                columns: new[] { "DraftId", "DraftPart" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_ContentId",
                table: "Attachments",
                column: "ContentId");

            migrationBuilder.AddForeignKey(
                name: "FK_Attachments_AttachmentContents_ContentId",
                table: "Attachments",
                column: "ContentId",
                principalTable: "AttachmentContents",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Attachments_AttachmentContents_ContentId",
                table: "Attachments");

            migrationBuilder.DropIndex(
                name: "IX_Cases_DraftId_DraftPart",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Attachments_ContentId",
                table: "Attachments");

            migrationBuilder.DropColumn(
                name: "DraftPart",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "ContentId",
                table: "Attachments");

            migrationBuilder.RenameColumn(
                name: "Id",
                table: "AttachmentContents",
                newName: "AttachmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_DraftId",
                table: "Cases",
                column: "DraftId",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_AttachmentContents_Attachments_AttachmentId",
                table: "AttachmentContents",
                column: "AttachmentId",
                principalTable: "Attachments",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
