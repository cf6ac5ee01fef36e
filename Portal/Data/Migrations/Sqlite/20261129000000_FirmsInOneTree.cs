using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Migrations.Sqlite
{
    /// <summary>The firms of runs are kept in the tree of their key alone: half the room, and half the time to fill it.</summary>
    /// <remarks>The library cannot say WITHOUT ROWID: a later change that rebuilds the table has to say it again, and a test asks for it.</remarks>
    public partial class FirmsInOneTree : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => Rebuild(migrationBuilder, "WITHOUT ROWID");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => Rebuild(migrationBuilder, "");

        private static void Rebuild(MigrationBuilder migrationBuilder, string kind) => migrationBuilder.Sql($"""
            CREATE TABLE "ScreenedFirms_New" (
                "RunId" TEXT NOT NULL,
                "CreditCode" TEXT NOT NULL,
                "Number" INTEGER NOT NULL,
                "Outcome" TEXT NOT NULL,
                "Amount" INTEGER NULL,
                CONSTRAINT "PK_ScreenedFirms" PRIMARY KEY ("RunId", "CreditCode", "Number"),
                CONSTRAINT "FK_ScreenedFirms_ScreeningRuns_RunId" FOREIGN KEY ("RunId") REFERENCES "ScreeningRuns" ("Id") ON DELETE CASCADE
            ) {kind};
            INSERT INTO "ScreenedFirms_New" SELECT "RunId", "CreditCode", "Number", "Outcome", "Amount" FROM "ScreenedFirms" ORDER BY "RunId", "CreditCode", "Number";
            DROP TABLE "ScreenedFirms";
            ALTER TABLE "ScreenedFirms_New" RENAME TO "ScreenedFirms";
            """);
    }
}
