package org.upturn.server.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnGuessTests {
    private static Columns guess(String header, String... rows) {
        List<String> names = List.of(header.split(","));
        List<Row> sample = new ArrayList<>();
        for (String row : rows) {
            sample.add(new Row(sample.size() + 2, sample.size() + 2, List.of(row.split(",", -1))));
        }
        return ColumnGuess.of(names, sample);
    }

    @Test
    void readsATelecomExport() {
        Columns columns = guess(
                "CUSTOMER_RESPONSE_DATE,SURVEY_SUB_TYPE,NPS_RATING,NPS_SCORE,text,Qtr",
                "11/04/2018 20:09,Order,Passive,7,The process was good,other",
                "01/05/2018 20:23,First Payment,Detractor,0,Lack of communication with your employees,other",
                "21/02/2018 19:39,Order,Detractor,-2147483648,Nothing works and nobody calls,Q1",
                "07/04/2018 13:37,First Payment,Promoter,10,It was so easy and good,other",
                "08/04/2018 13:37,Order,Promoter,9,Easy,other");
        assertThat(columns.name(Role.SCORE)).hasValue("NPS_SCORE");
        assertThat(columns.name(Role.VERBATIM)).hasValue("text");
        assertThat(columns.name(Role.DATE)).hasValue("CUSTOMER_RESPONSE_DATE");
        assertThat(columns.has(Role.CONTACT)).isFalse();
        assertThat(columns.has(Role.WAVE)).isFalse();
        assertThat(columns.segments()).contains(1).doesNotContain(2);
    }

    @Test
    void readsAirlineReviews() {
        Columns columns = guess(
                "ContactID,ReviewID,OverallRating,ReviewHeader,Datetime,VerifiedReview,ReviewBody,SeatType,DateFlown,SeatComfort",
                "P-1,0,1,\"Bad\",19th November 2023,TRUE,Four hours before takeoff we heard nothing,Economy,23-Nov,1",
                "P-2,1,8,\"Good\",18th November 2023,FALSE,Smooth and quick boarding on time,Business,23-Nov,5",
                "P-1,2,3,\"Meh\",17th November 2023,TRUE,Seats are narrow and the crew is gone,Economy,23-Oct,2",
                "P-3,3,9,\"Yes\",16th November 2023,TRUE,Lovely crew and food all the way,Business,23-Oct,4");
        assertThat(columns.name(Role.CONTACT)).hasValue("ContactID");
        assertThat(columns.name(Role.SCORE)).hasValue("OverallRating");
        assertThat(columns.name(Role.VERBATIM)).hasValue("ReviewBody");
        assertThat(columns.name(Role.DATE)).hasValue("Datetime");
        assertThat(columns.segments()).containsExactly(7);
    }

    @Test
    void readsQuestionsAsColumnNames() {
        Columns columns = guess(
                "E-mail,How likely are you to recommend us?,What is the primary reason for your score?,Previous score,Wave",
                "ada@acme.example,10,You are fast and kind to everyone,9,2026-Q1",
                "cleo@acme.example,2,Nobody answers when I write,9,2026-Q1");
        assertThat(columns.name(Role.EMAIL)).hasValue("E-mail");
        assertThat(columns.name(Role.SCORE)).hasValue("How likely are you to recommend us?");
        assertThat(columns.name(Role.VERBATIM)).hasValue("What is the primary reason for your score?");
        assertThat(columns.name(Role.PREVIOUS)).hasValue("Previous score");
        assertThat(columns.name(Role.WAVE)).hasValue("Wave");
    }

    @Test
    void aScoreColumnIsFoundByItsValuesWhenItsNameTellsNothing() {
        Columns columns = guess(
                "who,Q7,Q8",
                "a,10,Great stuff all round thank you",
                "b,0,Bad from the start I must say",
                "c,7,Fine and nothing more to say here");
        assertThat(columns.name(Role.SCORE)).hasValue("Q7");
        assertThat(columns.name(Role.VERBATIM)).hasValue("Q8");
    }

    @Test
    void whatAPersonSaysWins() {
        Columns columns = guess("id,score,mood", "a,9,3", "b,8,4").with(Role.SCORE, "MOOD");
        assertThat(columns.name(Role.SCORE)).hasValue("mood");
        assertThatThrownBy(() -> columns.with(Role.DATE, "when"))
                .isInstanceOf(SheetException.class)
                .hasMessageContaining("id, score, mood");
    }

    @Test
    void aColumnThatIsCalledByItsNameIsThatAlsoWhereMostOfItIsDirt() {
        Columns columns =
                guess("E-mail,Phone,Mobile", "ada@example.org,ask Ada,yes", "n/a,+49 30 1234567,no", "none,-,yes");
        assertThat(columns.name(Role.EMAIL)).hasValue("E-mail");
        assertThat(columns.name(Role.PHONE)).hasValue("Phone");
        assertThat(guess("Mobile", "yes", "no").has(Role.PHONE)).isFalse();
    }
}
