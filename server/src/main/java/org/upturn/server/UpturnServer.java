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
        application.setDefaultProperties(settings);
        return application.run();
    }
}
