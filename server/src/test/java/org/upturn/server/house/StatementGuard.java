package org.upturn.server.house;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Looks at every statement that the server prepares, and fails the test in which one forgets whose data it touches. */
@TestConfiguration(proxyBeanMethods = false)
public class StatementGuard implements BeanPostProcessor {
    private static final ConcurrentLinkedQueue<String> OFFENDERS = new ConcurrentLinkedQueue<>();
    private static final Set<String> OVER_ALL = ConcurrentHashMap.newKeySet();
    private static final Set<String> SOUND = ConcurrentHashMap.newKeySet();

    /** Those statements seen so far that look at every workspace on purpose. */
    public static Set<String> overAllWorkspaces() {
        return new TreeSet<>(OVER_ALL);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Guarded(source) : bean;
    }

    private static void judge(String sql) {
        if (TenantStatements.looksAtEveryWorkspace(sql)) {
            OVER_ALL.add(sql.strip().replaceAll("\\s+", " "));
        } else if (!SOUND.contains(sql)) {
            TenantStatements.fault(sql).ifPresentOrElse(OFFENDERS::add, () -> SOUND.add(sql));
        }
    }

    /** Hands out connections that show every statement to the guard. */
    private static final class Guarded extends DelegatingDataSource {
        Guarded(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            judge((String) arguments[0]);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    });
        }
    }

    /** Fails the test whose statements forgot the workspace, also those that a background thread sent meanwhile. */
    static final class Verdict implements AfterEachCallback {
        @Override
        public void afterEach(ExtensionContext context) {
            var found = new TreeSet<String>();
            for (String offender = OFFENDERS.poll(); offender != null; offender = OFFENDERS.poll()) {
                found.add(offender);
            }
            if (!found.isEmpty()) {
                throw new AssertionError(String.join("\n\n", found));
            }
        }
    }
}
