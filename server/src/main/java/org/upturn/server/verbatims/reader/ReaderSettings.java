package org.upturn.server.verbatims.reader;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What verbatims are read by.
 *
 * @param model {@code minilm}, {@code bge}, {@code static}, or a folder with a model of one's own
 */
@ConfigurationProperties("upturn.reader")
record ReaderSettings(@DefaultValue("minilm") String model) {}
