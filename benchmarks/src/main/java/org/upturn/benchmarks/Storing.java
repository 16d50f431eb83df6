package org.upturn.benchmarks;

/** One way to store answers, as one client uses it over one connection. */
interface Storing extends AutoCloseable {
    void store(Invitee invitee) throws Exception;

    @Override
    void close() throws Exception;

    /** Opens a connection. */
    interface Way {
        Storing open() throws Exception;
    }
}
