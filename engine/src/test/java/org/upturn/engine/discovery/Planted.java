package org.upturn.engine.discovery;

import java.util.ArrayList;
import java.util.List;
import org.upturn.engine.Passages;

/** Remarks about four things, planted to be found again, and a loaded model for all tests. */
final class Planted {
    static final Passages PASSAGES = Passages.load();

    static final List<String> INVOICES = List.of(
            "The invoice was wrong again",
            "Your invoices are never right",
            "I was charged twice on my invoice",
            "The billing is a mess",
            "Wrong amount on the bill",
            "We were billed for things we never ordered",
            "The bill is hard to understand",
            "Please correct the invoice");
    static final List<String> WAITING = List.of(
            "Waited forty minutes on the phone",
            "The hotline keeps you on hold forever",
            "Nobody picks up the phone",
            "Too long on hold when I call",
            "I called three times and waited each time",
            "Waiting on the line takes ages",
            "Your phone line is always busy",
            "Hold music for half an hour");
    static final List<String> CRASHES = List.of(
            "The app crashes when I open it",
            "App freezes all the time",
            "It crashes after the last update",
            "The mobile app keeps crashing",
            "Crashes on start, cannot use the app",
            "App closes by itself",
            "The app hangs and then crashes",
            "Constant crashes on my tablet");
    static final List<String> PARCELS = List.of(
            "My parcel arrived late",
            "The delivery took three weeks",
            "The package never came",
            "Delivered a week too late",
            "Late delivery again",
            "Still waiting for my parcel to be delivered",
            "The shipment was delayed",
            "The parcel was delivered to a neighbour");

    private Planted() {}

    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        add(entries, "invoice", INVOICES);
        add(entries, "waiting", WAITING);
        add(entries, "crash", CRASHES);
        add(entries, "parcel", PARCELS);
        return entries;
    }

    static void add(List<Entry> entries, String name, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            entries.add(new Entry(name + "-" + i, texts.get(i)));
        }
    }

    static List<Group> discover(List<Entry> entries, int min) {
        return new Discovery(PASSAGES).groups(entries, min);
    }
}
