using Microsoft.EntityFrameworkCore.Migrations;
using Portal.Data.Reference;

#nullable disable

namespace Portal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class GuardTheBook : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Apart from the migration before: SQLite rebuilds the table at that one's end and would drop the triggers with the old one.
            AppendOnly.GuardSqlServer(migrationBuilder, ParameterEntry.Table, CalendarChangeDay.Table);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            AppendOnly.ReleaseSqlServer(migrationBuilder, ParameterEntry.Table, CalendarChangeDay.Table);
        }
    }
}
