package org.upturn.server.responses;

/**
 * Where people can write a public review.
 *
 * @param name as people know it, for example Google
 * @param url of the page on which they write one
 */
public record ReviewPlace(String name, String url) {}
