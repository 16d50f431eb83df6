package org.upturn.server.workspaces.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.upturn.server.workspaces.Unseen;
import org.upturn.server.workspaces.Workspaces;
import org.upturn.templates.StaticTemplates;
import org.upturn.templates.Templates;

/** How requests become members and pages become HTML. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.upturn.templates");
    }

    @Bean
    Templates templates() {
        return new StaticTemplates();
    }

    /** The languages that there are messages in; English where none of them is asked for. */
    @Bean
    LocaleResolver localeResolver() {
        var languages = new AcceptHeaderLocaleResolver();
        languages.setSupportedLocales(List.of(Locale.ENGLISH));
        languages.setDefaultLocale(Locale.ENGLISH);
        return languages;
    }

    @Bean
    PageFrames pageFrames(MessageSource messages, Workspaces workspaces, Unseen unseen, Clock clock) {
        return new PageFrames(messages, workspaces, unseen, clock);
    }

    @Bean
    WebMvcRegistrations quickMapping() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new QuickMapping();
            }
        };
    }

    @Bean
    WebMvcConfigurer webMvc(PageFrames frames) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new FrameArguments(frames));
            }

            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(new TemplateAnswers());
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/assets/**")
                        .addResourceLocations("classpath:/assets/")
                        .setCacheControl(org.springframework.http.CacheControl.maxAge(java.time.Duration.ofHours(1)));
                registry.addResourceHandler("/assets/htmx/**")
                        .addResourceLocations("classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/")
                        .setCacheControl(org.springframework.http.CacheControl.maxAge(java.time.Duration.ofDays(30)));
            }
        };
    }
}
