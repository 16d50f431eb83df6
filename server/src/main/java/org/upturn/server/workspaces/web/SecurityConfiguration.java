package org.upturn.server.workspaces.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Role;
import org.upturn.server.workspaces.SignIn;

/** Who may do what, in one place: by role and path, the same for pages and API. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(10);
    }

    @Bean
    RoleHierarchy roleHierarchy() {
        return RoleHierarchyImpl.withDefaultRolePrefix()
                .role(Role.OWNER.name())
                .implies(Role.MANAGER.name())
                .role(Role.MANAGER.name())
                .implies(Role.RESPONDER.name())
                .role(Role.RESPONDER.name())
                .implies(Role.VIEWER.name())
                .build();
    }

    @Bean
    RequestRejectedHandler refusals(ApiProblems problems) {
        return problems::refused;
    }

    /** That filter belongs into the API's chain only, not in front of every request. */
    @Bean
    FilterRegistrationBean<RequestKeys> requestKeysOnlyInTheApi(RequestKeys filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** The pages that anybody may see. An answer page's link, and a hook's, is its own authority: there is no session to ride on. */
    @Bean
    @Order(1)
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        http.securityMatcher(
                        "/a/**",
                        "/c/**",
                        "/o/**",
                        "/w/**",
                        "/k/**",
                        "/t/**",
                        "/p/**",
                        "/r/**",
                        "/hooks/**",
                        "/assets/**",
                        "/health",
                        "/robots.txt",
                        "/favicon.ico")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable);
        return common(http).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, SignIn signIn, RequestKeys requestKeys, ApiProblems problems)
            throws Exception {
        http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> byRole(
                        requests.requestMatchers(HttpMethod.GET, "/api/v1/openapi.json")
                                .permitAll(),
                        "/api/v1"))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(
                        new CredentialFilter(
                                request -> Credentials.apiKey(request).flatMap(signIn::findByApiKey)),
                        AuthorizationFilter.class)
                .addFilterAfter(requestKeys, AuthorizationFilter.class)
                .addFilterBefore(new BodyLimit(problems), RequestKeys.class)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(problems::notSignedIn)
                        .accessDeniedHandler(problems::notAllowed));
        return common(http).build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            SignIn signIn,
            @Lazy @Qualifier("handlerExceptionResolver") HandlerExceptionResolver pages)
            throws Exception {
        http.authorizeHttpRequests(requests -> byRole(
                        // What a stream does after its request was let in is part of that request.
                        requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers("/sign-in", "/welcome", "/error")
                                .permitAll(),
                        ""))
                // Without sessions every request looks like a sign-in, which would renew the token and make the forms
                // of
                // all other tabs, and of a page that polls, worthless.
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .addFilterBefore(
                        new CredentialFilter(request -> Credentials.session(request)
                                .flatMap(signIn::findBySession)
                                .map(member -> new SignIn.Bearer(member, null))),
                        CsrfFilter.class)
                .addFilterBefore(
                        (request, response, chain) ->
                                BodyLimit.ofPages((HttpServletRequest) request, (HttpServletResponse) response, chain),
                        CsrfFilter.class)
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, exception) -> response.sendRedirect(WayBack.signIn(request)))
                        .accessDeniedHandler((request, response, exception) -> pages.resolveException(
                                request,
                                response,
                                null,
                                BodyLimit.isTooLargeForAForm(request)
                                        ? Problem.of(Problem.Code.TOO_LARGE, "problem.file.tooLarge")
                                        : Problem.of(
                                                Problem.Code.NOT_ALLOWED,
                                                exception instanceof CsrfException
                                                        ? "problem.form"
                                                        : "problem.role.page"))));
        return common(http).build();
    }

    private static void byRole(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests,
            String base) {
        // What is written bit by bit was allowed when it was asked for; its end comes in on another thread.
        requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(base + "/settings/**", base + "/members/**", base + "/api-keys/**")
                .hasRole(Role.OWNER.name())
                .requestMatchers(HttpMethod.POST, base + "/team/**")
                .hasRole(Role.OWNER.name())
                .requestMatchers(HttpMethod.PATCH, base + "/team/**")
                .hasRole(Role.OWNER.name())
                .requestMatchers(HttpMethod.DELETE, base + "/team/**")
                .hasRole(Role.OWNER.name())
                .requestMatchers(HttpMethod.GET, base + "/team/*")
                .hasRole(Role.OWNER.name())
                .requestMatchers(base + "/audit-log")
                .hasRole(Role.OWNER.name())
                .requestMatchers(HttpMethod.GET, base + "/waves/*/links.csv", base + "/contacts.csv")
                .hasRole(Role.MANAGER.name())
                .requestMatchers(HttpMethod.GET, base + "/**")
                .hasRole(Role.VIEWER.name())
                .requestMatchers(HttpMethod.HEAD, base + "/**")
                .hasRole(Role.VIEWER.name())
                .requestMatchers(HttpMethod.POST, "/sign-out", "/me/password")
                .hasRole(Role.VIEWER.name())
                .requestMatchers(base + "/searches/**", base + "/inbox-views/**", base + "/alerts/**")
                .hasRole(Role.VIEWER.name())
                .requestMatchers(
                        base + "/cases/**",
                        base + "/duty/**",
                        base + "/leave/**",
                        base + "/leave",
                        base + "/working-hours/**",
                        base + "/documents/**",
                        base + "/contacts/*/documents",
                        base + "/contacts/*/interactions",
                        base + "/contacts/*/details",
                        base + "/responses/*/themes/**",
                        base + "/responses/*/corrections/**",
                        base + "/verbatims/*/verdicts",
                        base + "/codebook/review",
                        base + "/replies/**",
                        base + "/programs/*/passives/**",
                        base + "/programs/*/promoters/**",
                        base + "/programs/*/referrals",
                        base + "/responses/*/thanks",
                        base + "/programs/*/survey/comments/**")
                .hasRole(Role.RESPONDER.name())
                .requestMatchers(HttpMethod.PATCH, base + "/contacts/*")
                .hasRole(Role.RESPONDER.name())
                .anyRequest()
                .hasRole(Role.MANAGER.name());
    }

    private static HttpSecurity common(HttpSecurity http) throws Exception {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()")));
    }
}
