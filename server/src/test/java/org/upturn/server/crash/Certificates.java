package org.upturn.server.crash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Makes certificates with the keytool of the JDK. */
record Certificates(Path folder) {
    static final String PASSWORD = "changeit";

    /** What a server with a new certificate for this name speaks TLS with. */
    SSLContext make(String alias, String name) throws IOException, InterruptedException, GeneralSecurityException {
        keytool(
                List.of(
                        "-genkeypair",
                        "-alias",
                        alias,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=" + name),
                keys(alias));
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys(alias))) {
            store.load(file, PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** The options of a program that trusts these certificates and no others. */
    List<String> trusting(String... aliases) throws IOException, InterruptedException {
        Path trusted = folder.resolve("authorities.p12");
        for (String alias : aliases) {
            String file = folder.resolve(alias + ".pem").toString();
            keytool(List.of("-exportcert", "-rfc", "-alias", alias, "-file", file), keys(alias));
            keytool(List.of("-importcert", "-noprompt", "-alias", alias, "-file", file), trusted);
        }
        return List.of("-Djavax.net.ssl.trustStore=" + trusted, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    private Path keys(String alias) {
        return folder.resolve(alias + ".p12");
    }

    private static void keytool(List<String> told, Path store) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(told);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(tool.getInputStream().readAllBytes());
        if (tool.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }
}
