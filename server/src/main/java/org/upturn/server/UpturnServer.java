package org.upturn.server;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** The web server: everything a person or another system touches. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class UpturnServer {
    /** Starts with these settings, which give way to those of the environment. */
    static ConfigurableApplicationContext start(Map<String, Object> settings) {
        var application = new SpringApplication(UpturnServer.class);
        application.setMainApplicationClass(UpturnServer.class);
        application.setDefaultProperties(settings);
        return application.run();
    }

    /** Only for the build, which calls it to write down which beans there are and does not let it start. */
    public static void main(String[] args) {
        start(Map.of());
    }
}
