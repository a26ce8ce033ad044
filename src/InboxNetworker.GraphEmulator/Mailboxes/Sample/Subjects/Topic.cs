namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>What a thread or a meeting is about; decides its subject and, for projects, its folder.</summary>
internal enum Topic
{
    Agency,
    Budget,
    Campaign,
    Client,
    Crisis,
    Events,
    Film,
    Hr,
    Inside,
    It,
    Legal,
    Media,
    Operations,
    Personal,
    Press,
    Print,
    Product,
    Relaunch,
    Research,
    Sales,
    Social,
    Translation,
}
