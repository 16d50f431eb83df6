"""Fits the constants of ThemeReader's rule from what CalibrationDump wrote: python3 calibrate.py DUMP.csv

Four sets weigh the same, whatever their size. The constant is moved so that .5 is where the mean micro-F1 is best."""
import sys
import numpy as np

rows = [line.rstrip().split(",") for line in open(sys.argv[1])]
sets = np.array([row[0] for row in rows])
doc = np.array([row[1] for row in rows])
label = np.array([int(row[2]) for row in rows])
likeness, words, named, lead, usual, deviation, clauses, themes, complaint = np.array(
    [[float(value) for value in row[3:]] for row in rows]).T
names = list(dict.fromkeys(sets))
weight = np.zeros(len(rows))
for name in names:
    weight[sets == name] = 1e5 / (sets == name).sum()


def fit(inputs, train):
    a, y, w = inputs[train], label[train], weight[train]
    b = np.zeros(a.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-a @ b))
        hessian = (a * (w * p * (1 - p))[:, None]).T @ a + 1e-3 * np.eye(len(b))
        b -= np.linalg.solve(hessian, a.T @ (w * (p - y)) + 1e-3 * b)
    return b


def f1(where, decided):
    return 2 * (decided & (label == 1) & where).sum() / (decided[where].sum() + label[where].sum())


def show(title, columns, on=names):
    inputs = np.c_[tuple(columns) + (np.ones(len(rows)),)]
    b = fit(inputs, np.isin(sets, on))
    score = inputs @ b
    shift = max(np.arange(-2.5, 1, .05), key=lambda t: np.mean([f1(sets == name, score > t) for name in on]))
    figures = " ".join(f"{name} {f1(sets == name, score > shift):.3f}" for name in names)
    b[-1] -= shift
    print(title, on if on is not names else "all", "| shift %.2f |" % shift, figures, "|", b.round(2))


log = np.log
for on in (names, names[:1], names[1:]):
    show("likeness words named lead", [likeness, words, named, lead], on)
    show("likeness words named lead leads", [likeness, words, named, lead, lead > 0], on)
    show("likeness words named lead leads clauses", [likeness, words, named, lead, lead > 0, log(clauses)], on)
    show("excess words named lead leads", [likeness - usual, words, named, lead, lead > 0], on)
    show("z words named lead leads", [(likeness - usual) / deviation, words, named, lead, lead > 0], on)
