/**
 * What a survey asks: questions with their kinds, to whom each is shown, wordings by segment, and every text in every
 * language. Plain values; knows neither the database nor the web.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("questions")
package org.upturn.server.surveys.questions;
