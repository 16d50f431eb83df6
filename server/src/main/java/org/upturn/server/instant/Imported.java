package org.upturn.server.instant;

import java.util.List;
import org.upturn.server.sheets.Columns;
import org.upturn.server.sheets.Rejection;

/**
 * What came out of a file.
 *
 * @param rows all rows below the header that are not blank; answers and rejections together
 * @param columns which column was taken for what
 * @param notes what a person must know to trust the numbers
 */
record Imported(long rows, List<Answer> answers, List<Rejection> rejections, Columns columns, List<String> notes) {}
