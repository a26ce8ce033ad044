using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace InboxNetworker.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "item",
                columns: table => new
                {
                    MailboxId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Id = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    FolderId = table.Column<long>(type: "bigint", nullable: true),
                    Counterparts = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item", x => new { x.MailboxId, x.At, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "mailbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OwnerId = table.Column<string>(type: "text", nullable: false),
                    OwnerName = table.Column<string>(type: "text", nullable: false),
                    OwnAddresses = table.Column<string>(type: "text", nullable: false),
                    OwnCompany = table.Column<string>(type: "text", nullable: true),
                    OwnDepartment = table.Column<string>(type: "text", nullable: true),
                    CalibratedAt = table.Column<long>(type: "bigint", nullable: true),
                    CalibrationShift = table.Column<double>(type: "double precision", nullable: false),
                    CalibrationSlope = table.Column<double>(type: "double precision", nullable: false),
                    CalibrationOutcomes = table.Column<int>(type: "integer", nullable: false),
                    LastReadAt = table.Column<long>(type: "bigint", nullable: true),
                    MeetingsReadAt = table.Column<long>(type: "bigint", nullable: true),
                    MeetingsAllReadAt = table.Column<long>(type: "bigint", nullable: true),
                    MeetingsReadBackTo = table.Column<long>(type: "bigint", nullable: true),
                    MeetingsRead = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    Regroup = table.Column<bool>(type: "boolean", nullable: false),
                    DirectoryKey = table.Column<long>(type: "bigint", nullable: false),
                    RetentionYears = table.Column<int>(type: "integer", nullable: false),
                    ItemsDroppedBefore = table.Column<long>(type: "bigint", nullable: true),
                    ForgetSalt = table.Column<byte[]>(type: "bytea", nullable: true),
                    ReadAnew = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mailbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "contact",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MailboxId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contact_mailbox_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "mailbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MailboxId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    What = table.Column<int>(type: "integer", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Times = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.Id);
                    table.ForeignKey(
                        name: "FK_audit_mailbox_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "mailbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sign_in",
                columns: table => new
                {
                    MailboxId = table.Column<long>(type: "bigint", nullable: false),
                    TenantId = table.Column<string>(type: "text", nullable: false),
                    Tokens = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in", x => x.MailboxId);
                    table.ForeignKey(
                        name: "FK_sign_in_mailbox_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "mailbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "forgotten",
                columns: table => new
                {
                    MailboxId = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_forgotten", x => new { x.MailboxId, x.Hash });
                    table.ForeignKey(
                        name: "FK_forgotten_mailbox_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "mailbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_MailboxId",
                table: "audit",
                column: "MailboxId");

            migrationBuilder.CreateTable(
                name: "template",
                columns: table => new
                {
                    MailboxId = table.Column<long>(type: "bigint", nullable: false),
                    Intent = table.Column<int>(type: "integer", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_template", x => new { x.MailboxId, x.Intent, x.Language });
                    table.ForeignKey(
                        name: "FK_template_mailbox_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "mailbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "filter_choice",
                columns: table => new
                {
                    MailboxId = table.Column<long>(type: "bigint", nullable: false),
                    Pattern = table.Column<string>(type: "text", nullable: false),
                    LeftOut = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_filter_choice", x => new { x.MailboxId, x.Pattern });
                    table.ForeignKey(
                        name: "FK_filter_choice_mailbox_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "mailbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "folder",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MailboxId = table.Column<long>(type: "bigint", nullable: false),
                    GraphId = table.Column<string>(type: "text", nullable: false),
                    MessagesTotal = table.Column<int>(type: "integer", nullable: false),
                    MessagesHeld = table.Column<int>(type: "integer", nullable: false),
                    Cursor = table.Column<string>(type: "text", nullable: true),
                    UpToDate = table.Column<bool>(type: "boolean", nullable: false),
                    Missing = table.Column<int>(type: "integer", nullable: true),
                    RereadAt = table.Column<long>(type: "bigint", nullable: true),
                    MissingForGood = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_folder", x => x.Id);
                    table.ForeignKey(
                        name: "FK_folder_mailbox_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "mailbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "identity_choice",
                columns: table => new
                {
                    MailboxId = table.Column<long>(type: "bigint", nullable: false),
                    A = table.Column<string>(type: "text", nullable: false),
                    B = table.Column<string>(type: "text", nullable: false),
                    Same = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_choice", x => new { x.MailboxId, x.A, x.B });
                    table.ForeignKey(
                        name: "FK_identity_choice_mailbox_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "mailbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "owners_word",
                columns: table => new
                {
                    MailboxId = table.Column<long>(type: "bigint", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: false),
                    SaidAt = table.Column<long>(type: "bigint", nullable: true),
                    SnoozedAt = table.Column<long>(type: "bigint", nullable: true),
                    SnoozedUntil = table.Column<long>(type: "bigint", nullable: true),
                    Resting = table.Column<bool>(type: "boolean", nullable: false),
                    Pinned = table.Column<bool>(type: "boolean", nullable: false),
                    EveryWeeks = table.Column<int>(type: "integer", nullable: true),
                    Tags = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true),
                    DraftedAt = table.Column<long>(type: "bigint", nullable: true),
                    DismissedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_owners_word", x => new { x.MailboxId, x.Address });
                    table.ForeignKey(
                        name: "FK_owners_word_mailbox_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "mailbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "subscription",
                columns: table => new
                {
                    MailboxId = table.Column<long>(type: "bigint", nullable: false),
                    Resource = table.Column<string>(type: "text", nullable: false),
                    GraphId = table.Column<string>(type: "text", nullable: false),
                    ClientState = table.Column<string>(type: "text", nullable: false),
                    NotificationUrl = table.Column<string>(type: "text", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subscription", x => new { x.MailboxId, x.Resource });
                    table.ForeignKey(
                        name: "FK_subscription_mailbox_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "mailbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "address",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MailboxId = table.Column<long>(type: "bigint", nullable: false),
                    ContactId = table.Column<long>(type: "bigint", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: true),
                    NameAt = table.Column<long>(type: "bigint", nullable: true),
                    MeetingName = table.Column<string>(type: "text", nullable: true),
                    MeetingNameAt = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    DirectoryEntry = table.Column<string>(type: "text", nullable: true),
                    DirectoryName = table.Column<string>(type: "text", nullable: true),
                    Department = table.Column<string>(type: "text", nullable: true),
                    Company = table.Column<string>(type: "text", nullable: true),
                    JobTitle = table.Column<string>(type: "text", nullable: true),
                    History = table.Column<byte[]>(type: "bytea", nullable: false),
                    LastAt = table.Column<long>(type: "bigint", nullable: false),
                    LastSubject = table.Column<string>(type: "text", nullable: true),
                    LastSubjectAt = table.Column<long>(type: "bigint", nullable: true),
                    LastMeeting = table.Column<string>(type: "text", nullable: true),
                    LastMeetingAt = table.Column<long>(type: "bigint", nullable: true),
                    NextMeeting = table.Column<string>(type: "text", nullable: true),
                    NextMeetingAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_address", x => x.Id);
                    table.ForeignKey(
                        name: "FK_address_contact_ContactId",
                        column: x => x.ContactId,
                        principalTable: "contact",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_address_mailbox_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "mailbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_address_ContactId",
                table: "address",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_address_MailboxId_Value",
                table: "address",
                columns: new[] { "MailboxId", "Value" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contact_MailboxId",
                table: "contact",
                column: "MailboxId");

            migrationBuilder.CreateIndex(
                name: "IX_folder_MailboxId_GraphId",
                table: "folder",
                columns: new[] { "MailboxId", "GraphId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_item_MailboxId_FolderId_Id",
                table: "item",
                columns: new[] { "MailboxId", "FolderId", "Id" },
                filter: "\"FolderId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_mailbox_OwnerId",
                table: "mailbox",
                column: "OwnerId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_subscription_GraphId",
                table: "subscription",
                column: "GraphId",
                unique: true);

            migrationBuilder.CreateTable(
                name: "alert",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MailboxId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Anchor = table.Column<long>(type: "bigint", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Brief = table.Column<string>(type: "text", nullable: false),
                    Importance = table.Column<double>(type: "double precision", nullable: false),
                    RaisedAt = table.Column<long>(type: "bigint", nullable: false),
                    DueOn = table.Column<long>(type: "bigint", nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: false),
                    SeenAt = table.Column<long>(type: "bigint", nullable: true),
                    DismissedAt = table.Column<long>(type: "bigint", nullable: true),
                    ActedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert", x => x.Id);
                    table.ForeignKey(
                        name: "FK_alert_mailbox_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "mailbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "alert_settings",
                columns: table => new
                {
                    MailboxId = table.Column<long>(type: "bigint", nullable: false),
                    PerWeek = table.Column<int>(type: "integer", nullable: false),
                    Pane = table.Column<bool>(type: "boolean", nullable: false),
                    InfoBar = table.Column<bool>(type: "boolean", nullable: false),
                    ToDo = table.Column<bool>(type: "boolean", nullable: false),
                    DigestEveryWeeks = table.Column<int>(type: "integer", nullable: true),
                    DigestAt = table.Column<long>(type: "bigint", nullable: true),
                    FeedSecret = table.Column<string>(type: "text", nullable: true),
                    Language = table.Column<string>(type: "text", nullable: false),
                    LinkKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    WorkDays = table.Column<string>(type: "text", nullable: true),
                    WorkFrom = table.Column<int>(type: "integer", nullable: false),
                    WorkTo = table.Column<int>(type: "integer", nullable: false),
                    WorkZone = table.Column<string>(type: "text", nullable: true),
                    WorkAskedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alert_settings", x => x.MailboxId);
                    table.ForeignKey(
                        name: "FK_alert_settings_mailbox_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "mailbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    MailboxId = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                    Channel = table.Column<int>(type: "integer", nullable: false),
                    Alerts = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    NextTryAt = table.Column<long>(type: "bigint", nullable: false),
                    TriedAt = table.Column<long>(type: "bigint", nullable: true),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    Problem = table.Column<string>(type: "text", nullable: true),
                    DeliveredAt = table.Column<long>(type: "bigint", nullable: true),
                    DroppedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => new { x.MailboxId, x.Key });
                    table.ForeignKey(
                        name: "FK_outbox_mailbox_MailboxId",
                        column: x => x.MailboxId,
                        principalTable: "mailbox",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_alert_MailboxId_Address_Kind_Anchor",
                table: "alert",
                columns: new[] { "MailboxId", "Address", "Kind", "Anchor" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_alert_settings_FeedSecret",
                table: "alert_settings",
                column: "FeedSecret",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alert");

            migrationBuilder.DropTable(
                name: "alert_settings");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "address");

            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "forgotten");

            migrationBuilder.DropTable(
                name: "sign_in");

            migrationBuilder.DropTable(
                name: "template");

            migrationBuilder.DropTable(
                name: "filter_choice");

            migrationBuilder.DropTable(
                name: "folder");

            migrationBuilder.DropTable(
                name: "identity_choice");

            migrationBuilder.DropTable(
                name: "item");

            migrationBuilder.DropTable(
                name: "owners_word");

            migrationBuilder.DropTable(
                name: "subscription");

            migrationBuilder.DropTable(
                name: "contact");

            migrationBuilder.DropTable(
                name: "mailbox");
        }
    }
}
