namespace InboxNetworker.GraphEmulator.Mailboxes.Sample;

/// <summary>The mail around a meeting: the request, and the answers that are kept.</summary>
internal static class Invitations
{
    private const int LargestAnswered = 8;

    public static void Send(Post post, Plan plan, IReadOnlyList<Attendee> attendees, DateTimeOffset invited, Response ownResponse, ref Dice dice)
    {
        var conversation = "c" + plan.Key;
        IReadOnlyList<Recipient> guests = [.. attendees.Select(each => new Recipient(each.Name, each.Address))];
        post.Deliver(new Letter(conversation, plan.Organizer ?? Cast.Me, guests, [], plan.Subject, invited)
        {
            Kind = MessageKind.MeetingRequest,
            Drawer = Drawer.Invitation,
            Sender = plan.WrittenBy,
        });

        if (plan.Organizer is { } organizer)
        {
            if (ownResponse != Response.NotResponded && guests.Count <= LargestAnswered && dice.Chance(ownResponse == Response.Accepted ? 0.45 : 1))
            {
                Answer(post, plan, conversation, Cast.Me, organizer, ownResponse, WorkingTime.Reply(invited, byOwner: true, ref dice));
            }

            return;
        }

        foreach (var guest in attendees.Where(each => each.Type != AttendeeType.Resource && each.Response != Response.NotResponded))
        {
            if (dice.Chance(guest.Response == Response.Accepted ? 0.4 : 0.8))
            {
                Answer(post, plan, conversation, new Recipient(guest.Name, guest.Address), Cast.Me, guest.Response, WorkingTime.Reply(invited, byOwner: false, ref dice));
            }
        }
    }

    private static void Answer(Post post, Plan plan, string conversation, Recipient from, Recipient to, Response response, DateTimeOffset sent)
    {
        var word = response switch { Response.Declined => "Declined: ", Response.TentativelyAccepted => "Tentative: ", _ => "Accepted: " };
        if (sent < WorkingTime.At(plan.Day, plan.Minute))
        {
            post.Deliver(new Letter(conversation, from, [to], [], word + plan.Subject, sent) { Kind = MessageKind.MeetingResponse, Drawer = Drawer.Invitation });
        }
    }
}
