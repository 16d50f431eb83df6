package org.upturn.server.house;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upturn.server.alerts.AlertChannels;
import org.upturn.server.alerts.Alerts;
import org.upturn.server.alerts.preferences.Preferences;
import org.upturn.server.cases.Assignments;
import org.upturn.server.cases.Cases;
import org.upturn.server.cases.authority.ActionCatalogue;
import org.upturn.server.cases.authority.CaseActions;
import org.upturn.server.cases.views.InboxViews;
import org.upturn.server.changes.Changes;
import org.upturn.server.channels.Collectors;
import org.upturn.server.contacts.Accounts;
import org.upturn.server.contacts.Attributes;
import org.upturn.server.contacts.Contacts;
import org.upturn.server.contacts.duplicates.Duplicates;
import org.upturn.server.contacts.duplicates.Merges;
import org.upturn.server.contacts.imports.ContactImports;
import org.upturn.server.contacts.segments.Segments;
import org.upturn.server.corrections.Corrections;
import org.upturn.server.discovery.Discoveries;
import org.upturn.server.history.PastImports;
import org.upturn.server.insights.Insights;
import org.upturn.server.insights.loop.Loops;
import org.upturn.server.interactions.Interactions;
import org.upturn.server.invitations.Invitations;
import org.upturn.server.invitations.mail.MailSetup;
import org.upturn.server.responses.AnswerDrafts;
import org.upturn.server.responses.Responses;
import org.upturn.server.search.SavedSearches;
import org.upturn.server.search.Searches;
import org.upturn.server.surveys.SurveyDrafts;
import org.upturn.server.surveys.Surveys;
import org.upturn.server.verbatims.Codebooks;
import org.upturn.server.verbatims.Readings;
import org.upturn.server.workspaces.SignIn;
import org.upturn.server.workspaces.Workspaces;

/** The doors of all rooms of the running server, and the ways to speak to it from outside. */
@TestComponent
public final class Doors {
    @Autowired
    public Workspaces workspaces;

    @Autowired
    public MailSetup mailSetup;

    @Autowired
    public SignIn signIn;

    @Autowired
    public Contacts contacts;

    @Autowired
    public ContactImports imports;

    @Autowired
    public PastImports pastImports;

    @Autowired
    public Attributes attributes;

    @Autowired
    public Accounts accounts;

    @Autowired
    public Segments segments;

    @Autowired
    public Duplicates duplicates;

    @Autowired
    public Merges merges;

    @Autowired
    public Interactions interactions;

    @Autowired
    public Surveys surveys;

    @Autowired
    public SurveyDrafts surveyDrafts;

    @Autowired
    public AnswerDrafts answerDrafts;

    @Autowired
    public Codebooks codebooks;

    @Autowired
    public Invitations invitations;

    @Autowired
    public Collectors collectors;

    @Autowired
    public Responses responses;

    @Autowired
    public Readings readings;

    @Autowired
    public Corrections corrections;

    @Autowired
    public Searches searches;

    @Autowired
    public SavedSearches savedSearches;

    @Autowired
    public InboxViews inboxViews;

    @Autowired
    public Discoveries discoveries;

    @Autowired
    public Cases cases;

    @Autowired
    public ActionCatalogue actionCatalogue;

    @Autowired
    public CaseActions caseActions;

    @Autowired
    public Loops loops;

    @Autowired
    public Assignments assignments;

    @Autowired
    public Alerts alerts;

    @Autowired
    public AlertChannels alertChannels;

    @Autowired
    public Preferences alertPreferences;

    @Autowired
    public Changes changes;

    @Autowired
    public Insights insights;

    @Autowired
    public JdbcClient jdbc;

    @Autowired
    private Environment environment;

    /** The address of the running server. */
    public String url() {
        return "http://localhost:" + environment.getRequiredProperty("local.server.port");
    }

    /** Speaks to the server as nobody. */
    public Client anybody() {
        return new Client(url(), null);
    }

    /** Speaks to the API with this key. */
    public Client api(String key) {
        return new Client(url(), key);
    }

    /** Looks at pages as nobody yet. */
    public Browser browser() {
        return new Browser(url());
    }

    /** A new workspace with the named cast. */
    public Acme acme() {
        return new Acme(this);
    }
}
