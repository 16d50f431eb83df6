package org.upturn.server.tracks.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.upturn.server.responses.ReviewPlace;
import org.upturn.server.responses.ReviewPlaces;
import org.upturn.server.tracks.TrackSettings;

/** The settings as a form sends them: names and addresses of review places in the same order. */
final class SettingsForm {
    private SettingsForm() {}

    static TrackSettings of(MultiValueMap<String, String> sent) {
        List<String> names = sent.getOrDefault("reviewName", List.of());
        List<String> urls = sent.getOrDefault("reviewUrl", List.of());
        var places = new ArrayList<ReviewPlace>();
        for (int i = 0; i < Math.min(Math.min(names.size(), urls.size()), ReviewPlaces.MOST); i++) {
            if (!names.get(i).isBlank() || !urls.get(i).isBlank()) {
                places.add(new ReviewPlace(names.get(i), urls.get(i)));
            }
        }
        return new TrackSettings(one(sent, "referralUrl"), one(sent, "reward"), places);
    }

    private static String one(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }
}
