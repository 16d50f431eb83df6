/** The kinds of files that tables come in, each made plain CSV: workbooks, JSON lines, texts in any encoding. */
@org.jspecify.annotations.NullMarked
package org.upturn.server.sheets.formats;
