package org.upturn.server.workspaces.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.upturn.server.kernel.Problem;
import org.upturn.server.workspaces.Member;
import org.upturn.server.workspaces.Page;

/** Hands a controller the member who asks and the frame of the page. */
final class FrameArguments implements HandlerMethodArgumentResolver {
    private final PageFrames frames;

    FrameArguments(PageFrames frames) {
        this.frames = frames;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class || parameter.getParameterType() == Member.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer container,
            NativeWebRequest request,
            WebDataBinderFactory binder) {
        if (parameter.getParameterType() == Page.class) {
            return frames.of(request.getNativeRequest(HttpServletRequest.class));
        }
        Member member = PageFrames.member();
        if (member == null) {
            throw Problem.of(Problem.Code.NOT_SIGNED_IN, "problem.signIn");
        }
        return member;
    }
}
