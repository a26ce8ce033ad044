namespace InboxNetworker.Core.Interactions;

/// <content>The words. Each was looked up among 22,000 addresses of real mailboxes before it came in, and hit no person there.</content>
public static partial class NoiseRules
{
    /// <summary>The whole local part, separators aside; those of more than six letters also anywhere in it.</summary>
    private static readonly HashSet<string> NoReplyWords =
    [
        "noreply", "donotreply", "dontreply", "donotrespond", "nopost", "noresponse", "mailerdaemon", "postmaster", "bounce", "bounces",
        "undisclosed", "nobody", "noaddress", "devnull",
    ];

    /// <summary>Anywhere in the local part.</summary>
    private static readonly HashSet<string> AutomaticWords =
    [
        "newsletter", "newsletters", "notification", "notifications", "notify", "alert", "alerts", "digest", "autoresponder", "autoreply",
        "automated", "automailer", "mailer", "bot", "robot", "daemon", "subscriptions", "subscribe", "unsubscribe", "reminder", "reminders",
        "promotions", "announcement", "announcements", "update", "updates", "reply", "majordomo", "listserv", "mailman",
        "confirm", "confirmation", "confirmations", "subscription", "offers", "bugzilla", "arsystem",
    ];

    /// <summary>Of the words above.</summary>
    private static readonly HashSet<string> SurnamesToo = ["bot", "mailer"];

    /// <summary>Of the words for offices and lists below, surnames that are borne.</summary>
    private static readonly HashSet<string> WeakSurnames = ["list", "staff", "billing"];

    /// <summary>
    /// Alone, the only address of many a small firm or of somebody with a domain of their own. Not <c>info</c>: of nine in real mailboxes none
    /// was a person's, while three of the seven behind <c>contact</c> and <c>office</c> were.
    /// </summary>
    private static readonly HashSet<string> FrontDoors = ["contact", "office", "hello", "kontakt", "contacto", "contatti"];

    /// <summary>Only where every word is one of these (with or without a list word).</summary>
    private static readonly HashSet<string> RoleWords =
    [
        "info", "information", "contact", "office", "sales", "support", "service", "services", "customer", "help", "desk", "hr", "it", "admin",
        "administration", "billing", "accounts", "accounting", "finance", "payroll", "invoice", "invoices", "orders", "order", "jobs", "careers",
        "recruiting", "press", "media", "marketing", "news", "feedback", "abuse", "security", "privacy", "legal", "reception", "facilities",
        "travel", "expense", "report", "reports", "hello", "welcome", "registration", "events", "event", "training", "system", "exchange",
        "editor", "editors", "enquiries", "inquiries", "management", "chairman", "committee", "the", "questions", "rsvp", "reservation",
        "reservations", "booking", "bookings", "tickets", "placement", "communication", "communications", "relations", "public", "investor",
        "investors", "alumni", "affairs", "mailing", "compliance", "audit", "procurement", "purchasing", "operations", "treasury", "benefits", "payables",
        "receivables", "parking", "transportation",
        "kontakt", "redaktion", "presse", "rechnung", "rechnungen", "buchhaltung", "vertrieb", "einkauf", "verwaltung", "sekretariat",
        "kundenservice", "bewerbung", "contacto", "ventas", "facturacion", "administracion", "prensa", "accueil", "secretariat", "comptabilite",
        "facturation", "recrutement", "contatti", "segreteria", "amministrazione", "administratie",
    ];

    /// <summary>Anywhere in the local part.</summary>
    private static readonly HashSet<string> RoleAnywhere =
    [
        "helpdesk", "servicedesk", "webmaster", "hostmaster", "administrator", "listadmin", "customerservice", "customersupport", "customercare",
        "custcare", "techsupport", "memberservices",
    ];

    /// <summary>As the first or the last word. No surnames: Sales and Service are.</summary>
    private static readonly HashSet<string> RoleEdges = ["info", "support", "admin", "billing", "services"];

    /// <summary>As the last word, or where every word is one.</summary>
    private static readonly HashSet<string> ListWords =
    [
        "list", "lists", "all", "everyone", "everybody", "employees", "allemployees", "allstaff", "allstudents", "staff", "team", "teams",
        "group", "groups", "members", "community", "worldwide", "distribution", "announce", "users", "discuss", "devel", "patches",
        "maintainers", "developers", "testers", "subscribers", "supporters",
    ];

    private static readonly HashSet<string> RoomWords = ["room", "rooms", "conference", "conf", "meetingroom", "projector"];

    private static readonly HashSet<string> ListHosts =
        ["googlegroups.com", "yahoogroups.com", "egroups.com", "groups.io", "freelists.org", "group.calendar.google.com"];

    /// <summary>The first label of a host of at least three.</summary>
    private static readonly HashSet<string> ListHostNames = ["lists", "list", "groups", "listserv", "listserver", "vger"];

    /// <inheritdoc cref="ListHostNames"/>
    private static readonly HashSet<string> AutomaticHostNames = ["newsletter", "newsletters", "mailer", "bounce", "bounces", "notifications", "alerts", "bugs", "bugzilla"];

    private static readonly HashSet<string> PrivateHosts =
    [
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "yahoo.com", "icloud.com", "me.com", "aol.com",
        "gmx.de", "gmx.net", "web.de", "proton.me", "protonmail.com",
    ];
}
