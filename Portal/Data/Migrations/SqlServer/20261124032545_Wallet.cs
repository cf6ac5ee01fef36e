using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Wallet : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ChangedById",
                table: "Drafts",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "WalletDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FirmId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Material = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    KeptAt = table.Column<long>(type: "bigint", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    ContentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WalletDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WalletDocuments_AttachmentContents_ContentId",
                        column: x => x.ContentId,
                        principalTable: "AttachmentContents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_FirmId_MeasureCode",
                table: "Drafts",
                columns: new[] { "FirmId", "MeasureCode" });

            migrationBuilder.CreateIndex(
                name: "IX_WalletDocuments_ContentId",
                table: "WalletDocuments",
                column: "ContentId");

            migrationBuilder.CreateIndex(
                name: "IX_WalletDocuments_FirmId_Material",
                table: "WalletDocuments",
                columns: new[] { "FirmId", "Material" });

            migrationBuilder.CreateIndex(
                name: "IX_WalletDocuments_OwnerId_Material",
                table: "WalletDocuments",
                columns: new[] { "OwnerId", "Material" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "WalletDocuments");

            migrationBuilder.DropIndex(
                name: "IX_Drafts_FirmId_MeasureCode",
                table: "Drafts");

            migrationBuilder.DropColumn(
                name: "ChangedById",
                table: "Drafts");
        }
    }
}
