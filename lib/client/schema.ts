// Made by npm run openapi from docs/openapi.json.
export interface paths {
    "/channels/{channel}/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 渠道登记投诉 Register a complaint from a channel */
        post: operations["receiveComplaint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/sms/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 短信回复 A complainant texts back: a digit grades, words are a message */
        post: operations["hearSms"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/mailbox/rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 投诉箱开箱 Register the slips of one opening of a complaint box */
        post: operations["openBox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传附件 Announce a file; the answer's link takes it, and complaints and commands name it */
        post: operations["announceUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 投诉列表 Work lists and search
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["listComplaints"];
        put?: never;
        /**
         * 前台登记 Register at the desk
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["registerAtDesk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 上次查看以来变化的投诉；没有变化时只答印记，可每两秒询问一次 What changed since one looked; where nothing did only the stamp, cheap enough to ask every two seconds
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["projectChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 投诉详情 One complaint
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["showComplaint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 投诉经过 What happened
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["showHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 核对经过：逐条重算哈希、个人信息、状态和时限 Check the history: hashes, values, state and limits computed anew
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["proveComplaint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 时限 Clocks and ladders
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["showClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/attachments/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 附件 One file of a complaint; its id stands in the history
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["downloadAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/attachments/{file}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 附件的下载链接 The address of one file, for pages that open it themselves
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["attachmentAddress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 查看电话以便联系；谁何时查看记入经过 The complainant's number, in order to call; who saw it when stands in the history
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["numberToCall"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 显示投诉人全部信息；谁何时为何查看均有记录 Who complained, in full, for those whom the policy lets be shown it; who saw it when and what for is on record
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["discloseComplainant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: reply
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/complete-registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: complete-registration
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.complete-registration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: correct
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.correct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/register-and-close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: register-and-close
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.register-and-close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: convert
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.convert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/classify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: classify
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.classify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/judge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: judge
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.judge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/explain-invalid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: explain-invalid
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.explain-invalid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: assign
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: transfer
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: accept
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/form-team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: form-team
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.form-team"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/investigate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: investigate
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.investigate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/report-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: report-up
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.report-up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/foresee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: foresee
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.foresee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/instruct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: instruct
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.instruct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/consult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: consult
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.consult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: plan
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: progress
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.progress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/daily-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: daily-report
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.daily-report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/sign-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: sign-off
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.sign-off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/opinion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: opinion
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.opinion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/check-effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: check-effect
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.check-effect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: review
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: evidence
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.evidence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: verify
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/refer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: refer
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.refer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: resolve
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: follow-up
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.follow-up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: close
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: reopen
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.reopen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: withdraw
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/urge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: urge
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.urge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/note": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: note
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.note"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/send-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: send-link
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.send-link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: statement
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.statement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/customer-message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: customer-message
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.customer-message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: pause
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: resume
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: extend
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/link-repeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: link-repeat
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.link-repeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/join-group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: join-group
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.join-group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/leave-group": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: leave-group
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.leave-group"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: acknowledge
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/sign-ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: sign-ticket
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.sign-ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/return-ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: return-ticket
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.return-ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/object-to-dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: object-to-dispatch
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.object-to-dispatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/merge-ticket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: merge-ticket
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.merge-ticket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/ask-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: ask-extension
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.ask-extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/record-extension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: record-extension
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.record-extension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/send-reply-document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: send-reply-document
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.send-reply-document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/ticket-returned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: ticket-returned
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.ticket-returned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/commands/record-ticket-rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 操作 Give a command: record-ticket-rating
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["command.record-ticket-rating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/classes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 分类 The problem points and how other class lists see them
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["listClasses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/box-rounds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 前台登记一次开箱的投诉单（D2） Register the slips of one opening of a complaint box at the desk (D2)
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["openBoxAtDesk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/held-commands/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 10 秒后执行的操作，其间可以撤销 Give a command in ten seconds, which can be called back until then: reply
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["holdCommand.reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/held-commands/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 10 秒后执行的操作，其间可以撤销 Give a command in ten seconds, which can be called back until then: resolve
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["holdCommand.resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/held-commands/explain-invalid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 10 秒后执行的操作，其间可以撤销 Give a command in ten seconds, which can be called back until then: explain-invalid
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["holdCommand.explain-invalid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/held-commands/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 10 秒后执行的群体操作，其间可以撤销 Give a command to a group in ten seconds, which can be called back until then: reply
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["holdGroupCommand.reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/held-commands/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 10 秒后执行的群体操作，其间可以撤销 Give a command to a group in ten seconds, which can be called back until then: resolve
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["holdGroupCommand.resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/held-commands/explain-invalid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 10 秒后执行的群体操作，其间可以撤销 Give a command to a group in ten seconds, which can be called back until then: explain-invalid
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["holdGroupCommand.explain-invalid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/held-commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本人等待发出、刚发出和未能发出的操作 One's own: what waits, what has just left, and what could not
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["listHeld"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/held-commands/{id}/call-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 撤销 Call it back, or put a refusal aside that was seen
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["callHeldBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/held-commands/{id}/let-go": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 立即发出 Give it now
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["letHeldGo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 群体投诉列表 Groups of a project, newest first
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["listGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 群体投诉 One group with its members
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["showGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 群体经过 What happened to a group
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["showGroupHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: confirm
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/dissolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: dissolve
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.dissolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: acknowledge
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: reply
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.reply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: assign
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.assign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: accept
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: resolve
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/explain-invalid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: explain-invalid
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.explain-invalid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/follow-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: follow-up
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.follow-up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: close
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/judge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: judge
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.judge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/form-team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: form-team
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.form-team"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/investigate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: investigate
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.investigate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/report-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: report-up
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.report-up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/foresee": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: foresee
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.foresee"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/instruct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: instruct
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.instruct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/consult": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: consult
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.consult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: plan
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: progress
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.progress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/daily-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: daily-report
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.daily-report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/sign-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: sign-off
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.sign-off"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/check-effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: check-effect
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.check-effect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groups/{id}/commands/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 群体操作 One command for all members: review
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["groupCommand.review"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/corrective-actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 整改项 Corrective actions (D15) over projects
         * @description Posts: supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["listCorrectiveActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 突发事件列表 Emergency events of a project in a month
         * @description Posts: supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["listEvents"];
        put?: never;
        /**
         * 登记突发事件 Register an emergency event (D7)
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["registerEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 突发事件 One emergency event
         * @description Posts: supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["showEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{id}/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 突发事件报告 Give the first, written, follow-up or final report
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["reportEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 项目 Projects within reach
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["listProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 项目 One project
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["showProject"];
        /**
         * 录入项目 Enter or change a project
         * @description Posts: region, headquarters.
         */
        put: operations["putProject"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/months": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 入住户数与面积 Occupied households and area month by month
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["listProjectMonths"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{id}/months/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 录入某月入住户数与面积 Enter a month's occupied households and area
         * @description Posts: project-manager, region, headquarters.
         */
        put: operations["putProjectMonth"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 组织架构 Company, regions, projects and departments within reach
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["showDepartments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contractors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 承包商 Companies outside that do the work of departments
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["listContractors"];
        /**
         * 录入承包商 Enter or change a contractor
         * @description Posts: region, headquarters.
         */
        put: operations["putContractor"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 人员 People of the projects within reach
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["listPeople"];
        /**
         * 录入人员 Enter or change a person: posts, absences, substitutes, last day
         * @description Posts: project-manager, region, headquarters.
         */
        put: operations["putPerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 人员 One person and who changed what when
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["showPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 让某人下线（本人的，或所任命的人的全部登录） End every session of oneself, or of somebody whom one may appoint
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["endSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/handover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 工作移交 Everything a leaver holds goes to a successor: preview, then confirm
         * @description Posts: project-manager, region, headquarters.
         */
        post: operations["handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channel-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 渠道密钥 Channel systems and their keys, never the secrets
         * @description Posts: headquarters.
         */
        get: operations["listChannelKeys"];
        /**
         * 变更渠道密钥 Make, rotate or revoke keys of a channel system
         * @description Posts: headquarters.
         */
        put: operations["putChannelKey"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 推送订阅 What systems outside are told of, never the secrets
         * @description Posts: headquarters.
         */
        get: operations["listWebhooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 设定推送订阅 Tell a system outside of what happens
         * @description Posts: headquarters.
         */
        put: operations["putWebhook"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更换推送签名密钥 A new signing secret; the old one signs beside it for a day
         * @description Posts: headquarters.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发送测试推送 Send a message that says nothing
         * @description Posts: headquarters.
         */
        post: operations["pingWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 推送记录 What a system was told, newest first
         * @description Posts: headquarters.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries/{delivery}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新推送 Send one once more, a dead letter or not
         * @description Posts: headquarters.
         */
        post: operations["replayDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 消息服务 Services that carry messages, never their keys
         * @description Posts: headquarters.
         */
        get: operations["listServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/wecom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 设置消息服务 Set a service up, everything anew; in use within five minutes: wecom
         * @description Posts: headquarters.
         */
        put: operations["putService.wecom"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 设置消息服务 Set a service up, everything anew; in use within five minutes: sms
         * @description Posts: headquarters.
         */
        put: operations["putService.sms"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/smtp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 设置消息服务 Set a service up, everything anew; in use within five minutes: smtp
         * @description Posts: headquarters.
         */
        put: operations["putService.smtp"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/imap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 设置消息服务 Set a service up, everything anew; in use within five minutes: imap
         * @description Posts: headquarters.
         */
        put: operations["putService.imap"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/wechat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 设置消息服务 Set a service up, everything anew; in use within five minutes: wechat
         * @description Posts: headquarters.
         */
        put: operations["putService.wechat"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/services/{service}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 停用消息服务 Take a service away
         * @description Posts: headquarters.
         */
        post: operations["removeService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/service-tests/{way}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 给自己发一条测试消息 Send a test message to oneself
         * @description Posts: headquarters.
         */
        post: operations["tryService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/service-tests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 测试消息的结果 What became of a test message
         * @description Posts: headquarters.
         */
        get: operations["showServiceTest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 隔离邮件 Mails that could not become a complaint
         * @description Posts: supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["listQuarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待处理隔离邮件数 How many quarantined mails wait for somebody
         * @description Posts: supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["countQuarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 阅读隔离邮件（纯文字） Read a quarantined mail, as plain text
         * @description Posts: supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["readQuarantined"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/{id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 不是投诉 Say that a quarantined mail is no complaint
         * @description Posts: supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["dismissQuarantined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sender-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 发件人规则 Whose mail is let in, put aside or dropped
         * @description Posts: supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["listSenderRules"];
        /**
         * 设定发件人规则 Decide about a sender's mail, or take the rule back
         * @description Posts: supervisor, manager, project-manager, region, headquarters.
         */
        put: operations["putSenderRule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/quarantine/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 转为投诉 Make a quarantined mail a complaint of a project
         * @description Posts: supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["acceptQuarantined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 系统体检 What this installation lacks, and what of it had to be mended
         * @description Posts: region, headquarters.
         */
        get: operations["showDoctor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 是否待设置 Whether the installation waits for its first company */
        get: operations["setupState"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 首次设置：公司、第一个项目和管理员 First company, project and administrator, by whoever is signed in and has the one-time code */
        post: operations["beginCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/person-data/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 个人信息请求 Requests for a copy or erasure, with their limits
         * @description Posts: project-manager, region, headquarters.
         */
        get: operations["listPersonData"];
        put?: never;
        /**
         * 登记个人信息请求 Record that somebody asks for a copy or erasure of the own data
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["askPersonData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/person-data/requests/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 记录个人信息请求的结果 Record what became of a request: done, or refused with the reason
         * @description Posts: project-manager, region, headquarters.
         */
        post: operations["decidePersonData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/person-data/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 制作个人信息副本 Make the copy that somebody asked for; a job
         * @description Posts: headquarters.
         */
        post: operations["startPersonDataExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/person-data/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 删除个人信息 Erase what is known of a person, across complaints; a job with a receipt
         * @description Posts: headquarters.
         */
        post: operations["startPersonDataErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/person-data/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 保存期限与每夜清除 What is kept how long, what the last nights removed, and when the next one is
         * @description Posts: headquarters.
         */
        get: operations["showRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/person-data/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 个人信息请求与回执 A request with how far it is, and its receipt
         * @description Posts: project-manager, region, headquarters.
         */
        get: operations["showPersonData"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/person-data/requests/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载个人信息副本 The copy, while it lies there
         * @description Posts: headquarters.
         */
        get: operations["fetchPersonDataCopy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/reads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 谁看过个人信息 Who was shown the personal values of a complaint, or what a person was shown (`number` or `person`)
         * @description Posts: headquarters.
         */
        get: operations["listReads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 政策 Policy in force (of a project, or the company) and everything published
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["showPolicies"];
        /**
         * 发布政策 Publish a policy; open complaints are timed again by a job
         * @description Posts: region, headquarters.
         */
        put: operations["putPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policies/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 政策试算 What a policy would move now, or would have judged otherwise in a month
         * @description Posts: region, headquarters.
         */
        post: operations["dryRunPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 工作日历 Opening hours and holiday notices in force
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["showCalendar"];
        /**
         * 更新日历 Publish opening hours or a holiday notice; deadlines are computed again by a job
         * @description Posts: region, headquarters.
         */
        put: operations["putCalendar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 月报文件 Files of a month
         * @description Posts: project-manager, region, headquarters.
         */
        get: operations["listReports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{month}/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载 One file
         * @description Posts: project-manager, region, headquarters.
         */
        get: operations["downloadReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{month}/bulletin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 预览工作月报 What the bulletin (D14) would say if it were issued now
         * @description Posts: headquarters.
         */
        get: operations["previewBulletin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{month}/pictures/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 看图 A picture among the files, for pages
         * @description Posts: project-manager, region, headquarters.
         */
        get: operations["showPicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{month}/build": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 生成月报 Build a month's files
         * @description Posts: project-manager, region, headquarters.
         */
        post: operations["buildReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics/{view}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 统计视图 Figures of a view, the same as the files'
         * @description Posts: supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["showAnalytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/analytics/{view}/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 打开数字 The complaints behind a number
         * @description Posts: supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["openFigure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{month}/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 项目上报情况 How the projects' submissions of a month stand
         * @description Posts: project-manager, region, headquarters.
         */
        get: operations["listSubmissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{month}/company-texts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 公司月报文字 What headquarters wrote for the company's monthly (D7)
         * @description Posts: project-manager, region, headquarters.
         */
        get: operations["showCompanyTexts"];
        /**
         * 填写公司月报文字 Write the company's own sections of the monthly (D7)
         * @description Posts: headquarters.
         */
        put: operations["putCompanyTexts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{month}/submissions/{projectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 项目上报 A project's submission of a month
         * @description Posts: project-manager, region, headquarters.
         */
        get: operations["showSubmission"];
        /**
         * 填写并确认上报 Write a project's narratives (D7, D8) and confirm them
         * @description Posts: project-manager.
         */
        put: operations["putSubmission"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{month}/submissions/{projectId}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 催报 Ask a project's manager for the month; at most one mail a day
         * @description Posts: region, headquarters.
         */
        post: operations["remindOfSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{month}/submissions/{projectId}/contests/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 提出异议 Contest a case: 非我方责任, 重复, 恶意
         * @description Posts: project-manager.
         */
        put: operations["contestCase"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reports/{month}/submissions/{projectId}/contests/{number}/ruling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 裁定异议 The region rules on a contested case
         * @description Posts: region, headquarters.
         */
        put: operations["ruleOnCase"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/people/{id}/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 订阅 Which files a person takes by mail: one's own, for headquarters anybody's
         * @description Posts: project-manager, region, headquarters.
         */
        get: operations["showSubscriptions"];
        /**
         * 修改订阅 Take the files of parts of the tree by mail each day, week or month
         * @description Posts: project-manager, region, headquarters.
         */
        put: operations["putSubscriptions"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscription-takers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各级订阅人 Who takes which files
         * @description Posts: headquarters.
         */
        get: operations["listSubscriptions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rosters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 值班表 Duty roster of a project and month
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["showRoster"];
        /**
         * 导入值班表 Put in the duty roster of a month from an xlsx or csv file
         * @description Posts: project-manager, region, headquarters.
         */
        put: operations["putRoster"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rosters/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 值班表模板 Empty roster file
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["rosterTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/forms/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 表单 A paper form filled from a complaint (docx)
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["filledForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/complaints/{id}/dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 迎检卷宗：表单、附件与核验记录的压缩包；领取人记入经过 Inspection file: forms, files and chain of a complaint as one archive; who took it stands in the history
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        post: operations["buildDossier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/forms/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 空白表单 A paper form as a blank pad (docx)
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["blankForm"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 房产台账 Households of a project, phone numbers masked
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["listHouseholds"];
        /**
         * 导入房产台账 Compare or put in all households of a project from an xlsx or csv file
         * @description Posts: project-manager, region, headquarters.
         */
        put: operations["putHouseholds"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/households/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 房产台账模板 Empty household file
         * @description Posts: clerk, handler, department-head, supervisor, manager, project-manager, region, headquarters.
         */
        get: operations["householdTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 任务进度 Progress of a job
         * @description Posts: project-manager, region, headquarters.
         */
        get: operations["showJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/complaints/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 投诉进度 The complainant's own view, as a page or JSON by Accept */
        get: operations["trackComplaint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/complaints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公开投诉 A complaint of anybody's: JSON, or the form of a company's own site */
        post: operations["registerPublicly"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/complaints/{number}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 客户补充 The complainant adds words or files, with the secret of the link */
        post: operations["addPublicMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/sheets/{number}/{form}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 签字件页 Where the code on a printed form leads: what staff do with the sheet */
        get: operations["showSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/r/{project}/{place}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 居民投诉：发生了什么 A resident complains: what happened; where the sign's code leads */
        get: operations["showReport"];
        put?: never;
        /** 记下发生了什么 Takes what happened and goes on to the next question */
        post: operations["tellMatter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/r/{project}/{place}/{page}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 居民投诉的一页 One question of a resident's complaint, its answers, its receipt */
        get: operations["showReportPage"];
        put?: never;
        /** 回答一个问题，或提交投诉 Answers one question, or sends the complaint: once, however often */
        post: operations["answerReportPage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 用编号和电话查询 Find a complaint again by number and phone */
        get: operations["showFind"];
        put?: never;
        /** 用编号和电话查询 Leads to the progress; what was wrong is not told */
        post: operations["findComplaint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 投诉进度页 The progress of a complaint for whoever has its secret link */
        get: operations["showProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{number}/{act}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 补充、催办、撤诉、个人信息的页面 The form for a message, an urge, a withdrawal or personal data */
        get: operations["showAct"];
        put?: never;
        /** 补充、催办、撤诉、个人信息要求 Adds a message or photos, urges, withdraws, asks about personal data */
        post: operations["takeAct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{number}/notes.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 承诺时间加到手机日历 The promised times for the calendar of a phone */
        get: operations["showNotes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/t/{number}/files/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载照片 A photo of the complainant's own, or of a reply */
        get: operations["showFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/complaints/{number}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 评价页 The form behind a mail's grade; changes nothing */
        get: operations["showRating"];
        put?: never;
        /** 客户评价 The complainant grades the handling, as JSON or as a form */
        post: operations["rateComplaint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public/acknowledgements/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 督办确认页 The page behind a message's link; changes nothing */
        get: operations["showAcknowledgement"];
        put?: never;
        /** 督办确认 Acknowledge a rung through a message's link */
        post: operations["acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/wechat/push": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 微信公众号校验 WeChat makes sure that the address is ours */
        get: operations["confirmWechat"];
        put?: never;
        /** 微信公众号消息 A message of a follower, in plain text or encrypted; answered within the five seconds that WeChat waits */
        post: operations["hearWechat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/wechat/enter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 微信公众号菜单入口 Where the account's menu leads (`to=report` or `to=mine`): asks WeChat who it is, then opens the pages */
        get: operations["enterWechat"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/config.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 页面设置 What the staff's pages must know before sign-in */
        get: operations["webConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/assets/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 页面文件 A file of the staff's pages; its name changes with its content */
        get: operations["webFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/m/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 处理人页面的安装文件 What a phone installs the handler's pages by: their manifest and their service worker */
        get: operations["handlerFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/wecom/.well-known/openid-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 企业微信登录：发现文档 Sign-in by WeCom: what clients read first */
        get: operations["wecomDiscovery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/wecom/jwks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 企业微信登录：验签公钥 Sign-in by WeCom: the public key of its tokens */
        get: operations["wecomKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/wecom/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 企业微信登录：开始 Sign-in by WeCom begins (authorization code with PKCE, for the desk's own pages alone) */
        get: operations["wecomAuthorize"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/wecom/back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 企业微信登录：返回 Where WeCom sends people back to */
        get: operations["wecomBack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in/wecom/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 企业微信登录：换取令牌 Tokens for a code, or for a refresh token while the member is one (form fields as in OAuth) */
        post: operations["wecomToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 运行状况 Health */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 接口说明 This document */
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        PhoneComplaintBody: {
            projectId: string;
            sourceId?: string;
            receivedAt?: components["schemas"]["GivenInstant"];
            matter: string;
            complainant?: {
                name?: string;
                /** @enum {string} */
                kind?: "owner" | "tenant" | "resident" | "merchant" | "other";
                phone?: string;
                /** Format: email */
                email?: string;
                anonymous?: boolean;
                /**
                 * @description Stands first in what we write
                 * @enum {string}
                 */
                language?: "zh" | "en";
            };
            location?: {
                area?: string;
                building?: string;
                unit?: string;
                room?: string;
            };
            occurredAt?: components["schemas"]["GivenInstant"];
            place?: string;
            against?: {
                text: string;
                departmentId?: string;
                personId?: string;
            };
            requestedReplyAt?: components["schemas"]["GivenInstant"];
            classCode?: components["schemas"]["ClassCode"];
            /** @enum {string} */
            level?: "A" | "B" | "C" | "D" | "E";
            /** @enum {string} */
            urgency?: "general" | "important" | "urgent";
            safety?: boolean;
            /** @enum {string} */
            manner?: "calm" | "agitated";
            /** @enum {string} */
            recordKind?: "complaint" | "opinion" | "repair" | "help";
            headcount?: number;
            signatories?: string;
            originalAt?: string;
            withheld?: boolean;
            /** @enum {string} */
            intake?: "company" | "project" | "group" | "government";
            attachments?: string[];
            /** @description 转办工单: a ticket with its own time, which only its platform can extend */
            external?: {
                /** @description Platform (12345, 街道, 住建局); a ticket is known by it and its number */
                system: string;
                ticketNo: string;
                unit: string;
                /** @description 办理时限 as instructed */
                dueAt: components["schemas"]["GivenInstant"];
                /** @enum {string} */
                kind?: "complaint" | "help" | "enquiry" | "suggestion" | "report" | "other";
                /** @description 诉求: what the citizen wants, where the matter does not say it */
                demand?: string;
                /** @description 签收/退单时限; absent: the policy's */
                signBy?: components["schemas"]["GivenInstant"];
            };
            channelData?: {
                callId: string;
                caller: string;
                callee: string;
                agent: string;
                startedAt: components["schemas"]["GivenInstant"];
                /** Format: uri */
                recordingUrl?: string;
            };
        };
        /**
         * Format: date-time
         * @description ISO 8601 with offset or Z, 1900–2199; answered in UTC
         */
        GivenInstant: string;
        /**
         * @description K8.3-F2 class (D5), two or three parts
         * @enum {string}
         */
        ClassCode: "1.1" | "1.1.1" | "1.1.2" | "1.1.3" | "1.1.4" | "1.1.5" | "1.1.6" | "1.1.7" | "1.1.8" | "1.1.9" | "1.2" | "1.2.1" | "1.2.2" | "1.2.3" | "1.2.4" | "1.2.5" | "1.2.6" | "1.2.7" | "1.2.8" | "1.2.9" | "1.2.10" | "1.2.11" | "1.2.12" | "1.3" | "1.3.1" | "1.3.2" | "1.3.3" | "1.3.4" | "1.3.5" | "1.3.6" | "1.3.7" | "1.3.8" | "1.3.9" | "1.3.10" | "1.3.11" | "1.3.12" | "1.4" | "1.4.1" | "1.4.2" | "1.4.3" | "1.4.4" | "1.4.5" | "1.4.6" | "1.4.7" | "1.4.8" | "1.4.9" | "1.4.10" | "1.5" | "1.5.1" | "1.5.2" | "1.5.3" | "1.5.4" | "1.5.5" | "1.5.6" | "1.5.7" | "1.5.8" | "1.5.9" | "1.5.10" | "1.5.11" | "1.5.12" | "1.6" | "1.6.1" | "1.6.2" | "1.6.3" | "1.6.4" | "1.6.5" | "1.6.6" | "1.7" | "1.7.1" | "1.7.2" | "1.7.3" | "1.7.4" | "1.7.5";
        ComplaintBody: {
            projectId: string;
            sourceId?: string;
            receivedAt?: components["schemas"]["GivenInstant"];
            matter: string;
            complainant?: {
                name?: string;
                /** @enum {string} */
                kind?: "owner" | "tenant" | "resident" | "merchant" | "other";
                phone?: string;
                /** Format: email */
                email?: string;
                anonymous?: boolean;
                /**
                 * @description Stands first in what we write
                 * @enum {string}
                 */
                language?: "zh" | "en";
            };
            location?: {
                area?: string;
                building?: string;
                unit?: string;
                room?: string;
            };
            occurredAt?: components["schemas"]["GivenInstant"];
            place?: string;
            against?: {
                text: string;
                departmentId?: string;
                personId?: string;
            };
            requestedReplyAt?: components["schemas"]["GivenInstant"];
            classCode?: components["schemas"]["ClassCode"];
            /** @enum {string} */
            level?: "A" | "B" | "C" | "D" | "E";
            /** @enum {string} */
            urgency?: "general" | "important" | "urgent";
            safety?: boolean;
            /** @enum {string} */
            manner?: "calm" | "agitated";
            /** @enum {string} */
            recordKind?: "complaint" | "opinion" | "repair" | "help";
            headcount?: number;
            signatories?: string;
            originalAt?: string;
            withheld?: boolean;
            /** @enum {string} */
            intake?: "company" | "project" | "group" | "government";
            attachments?: string[];
            /** @description 转办工单: a ticket with its own time, which only its platform can extend */
            external?: {
                /** @description Platform (12345, 街道, 住建局); a ticket is known by it and its number */
                system: string;
                ticketNo: string;
                unit: string;
                /** @description 办理时限 as instructed */
                dueAt: components["schemas"]["GivenInstant"];
                /** @enum {string} */
                kind?: "complaint" | "help" | "enquiry" | "suggestion" | "report" | "other";
                /** @description 诉求: what the citizen wants, where the matter does not say it */
                demand?: string;
                /** @description 签收/退单时限; absent: the policy's */
                signBy?: components["schemas"]["GivenInstant"];
            };
            /** @description Facts of the channel, kept with the complaint */
            channelData?: {
                [key: string]: string | number | boolean;
            };
        };
        GovernmentComplaintBody: {
            projectId: string;
            sourceId?: string;
            receivedAt?: components["schemas"]["GivenInstant"];
            matter: string;
            complainant?: {
                name?: string;
                /** @enum {string} */
                kind?: "owner" | "tenant" | "resident" | "merchant" | "other";
                phone?: string;
                /** Format: email */
                email?: string;
                anonymous?: boolean;
                /**
                 * @description Stands first in what we write
                 * @enum {string}
                 */
                language?: "zh" | "en";
            };
            location?: {
                area?: string;
                building?: string;
                unit?: string;
                room?: string;
            };
            occurredAt?: components["schemas"]["GivenInstant"];
            place?: string;
            against?: {
                text: string;
                departmentId?: string;
                personId?: string;
            };
            requestedReplyAt?: components["schemas"]["GivenInstant"];
            classCode?: components["schemas"]["ClassCode"];
            /** @enum {string} */
            level?: "A" | "B" | "C" | "D" | "E";
            /** @enum {string} */
            urgency?: "general" | "important" | "urgent";
            safety?: boolean;
            /** @enum {string} */
            manner?: "calm" | "agitated";
            /** @enum {string} */
            recordKind?: "complaint" | "opinion" | "repair" | "help";
            headcount?: number;
            signatories?: string;
            originalAt?: string;
            withheld?: boolean;
            /** @enum {string} */
            intake?: "company" | "project" | "group" | "government";
            attachments?: string[];
            /** @description 转办工单: a ticket with its own time, which only its platform can extend */
            external: {
                /** @description Platform (12345, 街道, 住建局); a ticket is known by it and its number */
                system: string;
                ticketNo: string;
                unit: string;
                /** @description 办理时限 as instructed */
                dueAt: components["schemas"]["GivenInstant"];
                /** @enum {string} */
                kind?: "complaint" | "help" | "enquiry" | "suggestion" | "report" | "other";
                /** @description 诉求: what the citizen wants, where the matter does not say it */
                demand?: string;
                /** @description 签收/退单时限; absent: the policy's */
                signBy?: components["schemas"]["GivenInstant"];
            };
            /** @description Facts of the channel, kept with the complaint */
            channelData?: {
                [key: string]: string | number | boolean;
            };
        };
        /** @description A digit 1–5 grades what was resolved, with the reason behind it; else it is a message */
        SmsReply: {
            sourceId: string;
            phone: string;
            text: string;
        };
        BoxRound: {
            roundId: string;
            projectId: string;
            boxId: string;
            openedAt: components["schemas"]["GivenInstant"];
            openedBy: string;
            slips: {
                slipId: string;
                matter: string;
                complainant?: {
                    name?: string;
                    /** @enum {string} */
                    kind?: "owner" | "tenant" | "resident" | "merchant" | "other";
                    phone?: string;
                    /** Format: email */
                    email?: string;
                    anonymous?: boolean;
                    /**
                     * @description Stands first in what we write
                     * @enum {string}
                     */
                    language?: "zh" | "en";
                };
                location?: {
                    area?: string;
                    building?: string;
                    unit?: string;
                    room?: string;
                };
                occurredAt?: components["schemas"]["GivenInstant"];
                place?: string;
                against?: {
                    text: string;
                    departmentId?: string;
                    personId?: string;
                };
                requestedReplyAt?: components["schemas"]["GivenInstant"];
                classCode?: components["schemas"]["ClassCode"];
                /** @enum {string} */
                level?: "A" | "B" | "C" | "D" | "E";
                /** @enum {string} */
                urgency?: "general" | "important" | "urgent";
                safety?: boolean;
                /** @enum {string} */
                manner?: "calm" | "agitated";
                /** @enum {string} */
                recordKind?: "complaint" | "opinion" | "repair" | "help";
                headcount?: number;
                signatories?: string;
                originalAt?: string;
                withheld?: boolean;
                /** @enum {string} */
                intake?: "company" | "project" | "group" | "government";
                attachments?: string[];
                /** @description 转办工单: a ticket with its own time, which only its platform can extend */
                external?: {
                    /** @description Platform (12345, 街道, 住建局); a ticket is known by it and its number */
                    system: string;
                    ticketNo: string;
                    unit: string;
                    /** @description 办理时限 as instructed */
                    dueAt: components["schemas"]["GivenInstant"];
                    /** @enum {string} */
                    kind?: "complaint" | "help" | "enquiry" | "suggestion" | "report" | "other";
                    /** @description 诉求: what the citizen wants, where the matter does not say it */
                    demand?: string;
                    /** @description 签收/退单时限; absent: the policy's */
                    signBy?: components["schemas"]["GivenInstant"];
                };
                /** @description Facts of the channel, kept with the complaint */
                channelData?: {
                    [key: string]: string | number | boolean;
                };
            }[];
        };
        UploadAnnouncement: {
            fileName: string;
            /** @description Picture, sound, film, PDF, office file, archive or plain text; no parameters */
            contentType: string;
            /** @description Bytes: at most 25 MB, 10 MB without key or sign-in */
            size: number;
        };
        DeskComplaintBody: {
            /** @enum {string} */
            channel?: "phone" | "relay" | "wechat" | "forum" | "email" | "web" | "visit" | "letter" | "sms" | "press" | "oral" | "government";
            projectId: string;
            sourceId?: string;
            receivedAt?: components["schemas"]["GivenInstant"];
            matter: string;
            complainant?: {
                name?: string;
                /** @enum {string} */
                kind?: "owner" | "tenant" | "resident" | "merchant" | "other";
                phone?: string;
                /** Format: email */
                email?: string;
                anonymous?: boolean;
                /**
                 * @description Stands first in what we write
                 * @enum {string}
                 */
                language?: "zh" | "en";
            };
            location?: {
                area?: string;
                building?: string;
                unit?: string;
                room?: string;
            };
            occurredAt?: components["schemas"]["GivenInstant"];
            place?: string;
            against?: {
                text: string;
                departmentId?: string;
                personId?: string;
            };
            requestedReplyAt?: components["schemas"]["GivenInstant"];
            classCode?: components["schemas"]["ClassCode"];
            /** @enum {string} */
            level?: "A" | "B" | "C" | "D" | "E";
            /** @enum {string} */
            urgency?: "general" | "important" | "urgent";
            safety?: boolean;
            /** @enum {string} */
            manner?: "calm" | "agitated";
            /** @enum {string} */
            recordKind?: "complaint" | "opinion" | "repair" | "help";
            headcount?: number;
            signatories?: string;
            originalAt?: string;
            withheld?: boolean;
            /** @enum {string} */
            intake?: "company" | "project" | "group" | "government";
            attachments?: string[];
            /** @description 转办工单: a ticket with its own time, which only its platform can extend */
            external?: {
                /** @description Platform (12345, 街道, 住建局); a ticket is known by it and its number */
                system: string;
                ticketNo: string;
                unit: string;
                /** @description 办理时限 as instructed */
                dueAt: components["schemas"]["GivenInstant"];
                /** @enum {string} */
                kind?: "complaint" | "help" | "enquiry" | "suggestion" | "report" | "other";
                /** @description 诉求: what the citizen wants, where the matter does not say it */
                demand?: string;
                /** @description 签收/退单时限; absent: the policy's */
                signBy?: components["schemas"]["GivenInstant"];
            };
            /** @description Facts of the channel, kept with the complaint */
            channelData?: {
                [key: string]: string | number | boolean;
            };
        };
        /** @description By the clock of the device on which it was given, perhaps without signal and long before it could be sent: when it was given, and when it was sent. Recorded beside our own time; decides nothing */
        DeviceTime: {
            at: components["schemas"]["GivenInstant"];
            sentAt: components["schemas"]["GivenInstant"];
        };
        ProjectEntry: {
            /** @description The one you saw; 0 for a new project */
            version: number;
            name: string;
            region: string;
            city: string;
            /** @description 普通住宅, 别墅, 大厦 …: like is compared with like (D15) */
            type: string;
            /** @description m²; D15's bands follow from it */
            floorArea: number;
            timeZone: string;
            departments: {
                id: string;
                name: string;
                /** @description The department above it */
                parentId?: string;
                /** @description The contractor that does its work */
                contractorId?: string;
            }[];
            /** Format: email */
            mailbox?: string;
            /** @description 投诉热线, shown to residents */
            hotline?: string;
            /** @description Answered day and night; shown where words tell of danger */
            emergencyPhone?: string;
            /** @enum {string} */
            language?: "zh" | "en";
            /**
             * Format: date
             * @description 交付日期, a local date
             */
            deliveredOn?: string;
            /**
             * @description What complaint rates are divided by; by type unless said
             * @enum {string}
             */
            ratedBy?: "households" | "area";
            /** @description First month with complaints */
            since: string;
        };
        ProjectMonthEntry: {
            occupiedHouseholds: number;
            /** @description m² */
            occupiedArea: number;
        };
        ContractorEntry: {
            /** @description The one you saw; 0 for a new one */
            version: number;
            id: string;
            name: string;
            /** @description 电梯维保, 绿化, 保洁 … */
            trades: string[];
            contact: {
                name: string;
                phone?: string;
                /** Format: email */
                email?: string;
            };
            /**
             * Format: date
             * @description The last day of the contract
             */
            contractUntil: string;
        };
        PersonEntry: {
            /** @description The one you saw; 0 for somebody new */
            version: number;
            id: string;
            name: string;
            /** Format: email */
            email: string;
            phone?: string;
            wecomId?: string;
            /**
             * @description Stands first in messages
             * @enum {string}
             */
            language?: "zh" | "en";
            assignments: {
                /** @enum {string} */
                post: "clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters";
                projectId?: string;
                departmentId?: string;
                region?: string;
            }[];
            absences?: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                substituteId?: string;
            }[];
            substitutes?: string[];
            /**
             * Format: date
             * @description The last day at work
             */
            leavesOn?: string;
        };
        Handover: {
            /** @description Who takes over */
            to: string;
            /**
             * Format: date
             * @description The last day at work; else the one entered, else today
             */
            leavesOn?: string;
            confirm: boolean;
        };
        /** @description A new system with its first key, or what a system may do from now on */
        ChannelSystemEntry: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "set";
            /** @description The one you saw; 0 for a new system */
            version: number;
            system: string;
            name: string;
            channels: ("phone" | "relay" | "wechat" | "forum" | "email" | "web" | "mailbox" | "visit" | "letter" | "sms" | "press" | "oral" | "government")[];
            projectIds?: string[];
            /** @description Network addresses and ranges it calls from; from anywhere unless said */
            addresses?: (string)[];
            /**
             * @description Its requests carry x-timestamp and x-signature besides the key
             * @constant
             */
            signed?: true;
            /** @description Most requests of one key in a minute; unlimited unless said */
            perMinute?: number;
        };
        /** @description A new key; those in force end after the overlap */
        ChannelKeyRotation: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "rotate";
            /** @description The one you saw; 0 for a new system */
            version: number;
            system: string;
            /** @description How long keys in force stay valid beside the new one; 24 unless said */
            overlapHours?: number;
        };
        /** @description Ends one key, or all of the system, at once */
        ChannelKeyEnd: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "revoke";
            /** @description The one you saw; 0 for a new system */
            version: number;
            system: string;
            keyId?: string;
        };
        /** @description Where a system outside is told of what */
        WebhookEntry: {
            /** @description The one you saw; 0 for a new subscription */
            version: number;
            name: string;
            /**
             * Format: uri
             * @description https, on the public internet; no redirect is followed
             * @example https://hooks.example/jiesu
             */
            url: string;
            kinds: ("complaint.registered" | "complaint.assigned" | "complaint.accepted" | "complaint.classified" | "complaint.urged" | "complaint.replied" | "complaint.escalated" | "complaint.resolved" | "complaint.followed-up" | "complaint.closed" | "complaint.reopened" | "complaint.left" | "group.proposed" | "group.confirmed" | "group.joined" | "group.left" | "group.escalated" | "group.resolved" | "group.closed" | "group.dissolved" | "emergency.registered" | "emergency.reported" | "emergency.overdue" | "submission.confirmed" | "submission.overdue" | "submission.contested" | "submission.ruled")[];
            projectIds?: string[];
            /** @constant */
            paused?: true;
        };
        WebhookSecretRotation: {
            version: number;
        };
        SenderRuleEntry: {
            /** @description The one you saw; 0 for a new rule */
            version: number;
            /** @description An address, or a host for all that comes from there */
            sender: string;
            /** @description Counts for mail to it alone; absent: for the company */
            projectId?: string;
            /** @enum {string} */
            treatment?: "allow" | "quarantine" | "drop";
            reason: string;
        };
        AcceptMail: {
            projectId: string;
        };
        SetupEntry: {
            /** @description The one-time code of `npm run ops -- setup-code` */
            code: string;
            company: {
                name: string;
                timeZone: string;
            };
            project: {
                id: string;
                name: string;
                region: string;
                city: string;
                /** @description 普通住宅, 别墅, 大厦 …: like is compared with like (D15) */
                type: string;
                /** @description m²; D15's bands follow from it */
                floorArea: number;
                timeZone: string;
                departments: {
                    id: string;
                    name: string;
                    /** @description The department above it */
                    parentId?: string;
                    /** @description The contractor that does its work */
                    contractorId?: string;
                }[];
                /** Format: email */
                mailbox?: string;
                /** @description 投诉热线, shown to residents */
                hotline?: string;
                /** @description Answered day and night; shown where words tell of danger */
                emergencyPhone?: string;
                /** @enum {string} */
                language?: "zh" | "en";
                /**
                 * Format: date
                 * @description 交付日期, a local date
                 */
                deliveredOn?: string;
                /**
                 * @description What complaint rates are divided by; by type unless said
                 * @enum {string}
                 */
                ratedBy?: "households" | "area";
                /** @description First month with complaints */
                since: string;
            };
            me: {
                name: string;
                /** Format: email */
                email: string;
                phone?: string;
            };
        };
        PersonDataAsked: {
            /** @description A complaint of whoever asks */
            complaint: string;
            /** @enum {string} */
            kind: "export" | "erasure";
        };
        PersonDataDecision: {
            /** @constant */
            outcome: "done";
        } | {
            /** @constant */
            outcome: "refused";
            reason: string;
        };
        PersonDataStart: {
            request: string;
            evenOpen?: boolean;
        } | {
            /** @description A complaint of the person */
            complaint: string;
            /** @description Complaints still being handled are erased too; else they wait until they are over */
            evenOpen?: boolean;
        };
        Policy: {
            /**
             * @description company, region:NAME, city:NAME or project:ID
             * @default company
             */
            scope: string;
            /**
             * @default default
             * @enum {string}
             */
            base: "default" | "D6" | "D12" | "D13";
            effectiveFrom?: components["schemas"]["GivenInstant"];
            clocks?: {
                [key: string]: {
                    limits?: {
                        limit: {
                            /** @constant */
                            kind: "natural";
                            minutes: number;
                        } | {
                            /** @constant */
                            kind: "working-days";
                            days: number;
                        } | {
                            /** @constant */
                            kind: "working-time";
                            minutes: number;
                        } | {
                            /** @constant */
                            kind: "daily";
                            at: string;
                            lastStart: string;
                        } | {
                            /** @constant */
                            kind: "given";
                        };
                        clause: string;
                    }[];
                    urgentLimits?: {
                        limit: {
                            /** @constant */
                            kind: "natural";
                            minutes: number;
                        } | {
                            /** @constant */
                            kind: "working-days";
                            days: number;
                        } | {
                            /** @constant */
                            kind: "working-time";
                            minutes: number;
                        } | {
                            /** @constant */
                            kind: "daily";
                            at: string;
                            lastStart: string;
                        } | {
                            /** @constant */
                            kind: "given";
                        };
                        clause: string;
                    }[];
                    graveLimits?: {
                        limit: {
                            /** @constant */
                            kind: "natural";
                            minutes: number;
                        } | {
                            /** @constant */
                            kind: "working-days";
                            days: number;
                        } | {
                            /** @constant */
                            kind: "working-time";
                            minutes: number;
                        } | {
                            /** @constant */
                            kind: "daily";
                            at: string;
                            lastStart: string;
                        } | {
                            /** @constant */
                            kind: "given";
                        };
                        clause: string;
                    }[];
                    ladder?: string;
                    urgentLadder?: string;
                };
            };
            ladders?: {
                [key: string]: {
                    id: string;
                    time: {
                        /** @constant */
                        kind: "share-of-time";
                        percent: number;
                    } | {
                        /** @constant */
                        kind: "after-start";
                        minutes: number;
                    } | {
                        /** @constant */
                        kind: "after-limit";
                        workingMinutes: number;
                    } | {
                        /** @constant */
                        kind: "working-days-after-limit";
                        days: number;
                        orSecondLimit: boolean;
                    };
                    posts: ("clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                    /** @enum {string} */
                    kind: "reminder" | "escalation" | "news";
                    /** @constant */
                    onlyIf?: "grave";
                    /** @enum {string} */
                    unless?: "assigned" | "accepted";
                    repeat?: {
                        everyMinutes: number;
                        times: number;
                    };
                }[];
            };
            quietHours?: {
                from: string;
                to: string;
                earlyIfDueWithinMinutes: number;
            };
            followUp?: {
                attempts: number;
                days: number;
                satisfiedFrom: number;
                /**
                 * @default {
                 *       "from": "09:00",
                 *       "to": "20:00"
                 *     }
                 */
                callHours: {
                    from: string;
                    to: string;
                };
            };
            periodStartDay?: number;
            groups?: {
                customers: number;
                building: {
                    windowHours: number;
                    confirmAfterDutyMinutes: number;
                };
                project: {
                    windowDays: number;
                    confirmAfterWorkingMinutes: number;
                };
                repeatDays: number;
                /** @default 120 */
                lookAgainSeconds: number;
                sample: {
                    percent: number;
                    least: number;
                };
                /** @default 400 */
                maxMembers: number;
                togetherMinutes?: number;
            };
            notices?: {
                staff: ("email" | "wecom" | "sms" | "wechat")[];
                posts?: {
                    [key: string]: ("email" | "wecom" | "sms" | "wechat")[];
                };
                pressing?: ("email" | "wecom" | "sms" | "wechat")[];
                customer: ("email" | "wecom" | "sms" | "wechat")[];
                acknowledgeMinutes: number;
                bundleSeconds?: number;
            };
            reporting?: {
                submitWorkingDay: number;
                bulletinWorkingDay: number;
                rungs: {
                    id: string;
                    workingDay: number;
                    posts: ("clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                    /** @enum {string} */
                    kind: "reminder" | "escalation";
                }[];
                attachKilobytes?: number;
            };
            tickets?: {
                signWorkingMinutes: number;
                /** @enum {string} */
                notRated: "apart" | "as-no";
                /** @enum {string} */
                merged: "with-main" | "each";
            };
            privacy?: {
                requestWorkingDays: number;
                keepDays?: {
                    [key: string]: number;
                };
            };
            identityPosts?: ("clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
            disclosure?: {
                /** @description Name, number, address and flat in full, by a call on record */
                shownTo: ("its-handler" | "clerk" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                /** @description The flat without that call */
                homeOpenTo: ("its-handler" | "clerk" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
            };
        };
        PolicyDryRun: {
            /**
             * @description company, region:NAME, city:NAME or project:ID
             * @default company
             */
            scope: string;
            /**
             * @default default
             * @enum {string}
             */
            base: "default" | "D6" | "D12" | "D13";
            effectiveFrom?: components["schemas"]["GivenInstant"];
            clocks?: {
                [key: string]: {
                    limits?: {
                        limit: {
                            /** @constant */
                            kind: "natural";
                            minutes: number;
                        } | {
                            /** @constant */
                            kind: "working-days";
                            days: number;
                        } | {
                            /** @constant */
                            kind: "working-time";
                            minutes: number;
                        } | {
                            /** @constant */
                            kind: "daily";
                            at: string;
                            lastStart: string;
                        } | {
                            /** @constant */
                            kind: "given";
                        };
                        clause: string;
                    }[];
                    urgentLimits?: {
                        limit: {
                            /** @constant */
                            kind: "natural";
                            minutes: number;
                        } | {
                            /** @constant */
                            kind: "working-days";
                            days: number;
                        } | {
                            /** @constant */
                            kind: "working-time";
                            minutes: number;
                        } | {
                            /** @constant */
                            kind: "daily";
                            at: string;
                            lastStart: string;
                        } | {
                            /** @constant */
                            kind: "given";
                        };
                        clause: string;
                    }[];
                    graveLimits?: {
                        limit: {
                            /** @constant */
                            kind: "natural";
                            minutes: number;
                        } | {
                            /** @constant */
                            kind: "working-days";
                            days: number;
                        } | {
                            /** @constant */
                            kind: "working-time";
                            minutes: number;
                        } | {
                            /** @constant */
                            kind: "daily";
                            at: string;
                            lastStart: string;
                        } | {
                            /** @constant */
                            kind: "given";
                        };
                        clause: string;
                    }[];
                    ladder?: string;
                    urgentLadder?: string;
                };
            };
            ladders?: {
                [key: string]: {
                    id: string;
                    time: {
                        /** @constant */
                        kind: "share-of-time";
                        percent: number;
                    } | {
                        /** @constant */
                        kind: "after-start";
                        minutes: number;
                    } | {
                        /** @constant */
                        kind: "after-limit";
                        workingMinutes: number;
                    } | {
                        /** @constant */
                        kind: "working-days-after-limit";
                        days: number;
                        orSecondLimit: boolean;
                    };
                    posts: ("clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                    /** @enum {string} */
                    kind: "reminder" | "escalation" | "news";
                    /** @constant */
                    onlyIf?: "grave";
                    /** @enum {string} */
                    unless?: "assigned" | "accepted";
                    repeat?: {
                        everyMinutes: number;
                        times: number;
                    };
                }[];
            };
            quietHours?: {
                from: string;
                to: string;
                earlyIfDueWithinMinutes: number;
            };
            followUp?: {
                attempts: number;
                days: number;
                satisfiedFrom: number;
                /**
                 * @default {
                 *       "from": "09:00",
                 *       "to": "20:00"
                 *     }
                 */
                callHours: {
                    from: string;
                    to: string;
                };
            };
            periodStartDay?: number;
            groups?: {
                customers: number;
                building: {
                    windowHours: number;
                    confirmAfterDutyMinutes: number;
                };
                project: {
                    windowDays: number;
                    confirmAfterWorkingMinutes: number;
                };
                repeatDays: number;
                /** @default 120 */
                lookAgainSeconds: number;
                sample: {
                    percent: number;
                    least: number;
                };
                /** @default 400 */
                maxMembers: number;
                togetherMinutes?: number;
            };
            notices?: {
                staff: ("email" | "wecom" | "sms" | "wechat")[];
                posts?: {
                    [key: string]: ("email" | "wecom" | "sms" | "wechat")[];
                };
                pressing?: ("email" | "wecom" | "sms" | "wechat")[];
                customer: ("email" | "wecom" | "sms" | "wechat")[];
                acknowledgeMinutes: number;
                bundleSeconds?: number;
            };
            reporting?: {
                submitWorkingDay: number;
                bulletinWorkingDay: number;
                rungs: {
                    id: string;
                    workingDay: number;
                    posts: ("clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                    /** @enum {string} */
                    kind: "reminder" | "escalation";
                }[];
                attachKilobytes?: number;
            };
            tickets?: {
                signWorkingMinutes: number;
                /** @enum {string} */
                notRated: "apart" | "as-no";
                /** @enum {string} */
                merged: "with-main" | "each";
            };
            privacy?: {
                requestWorkingDays: number;
                keepDays?: {
                    [key: string]: number;
                };
            };
            identityPosts?: ("clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
            disclosure?: {
                /** @description Name, number, address and flat in full, by a call on record */
                shownTo: ("its-handler" | "clerk" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                /** @description The flat without that call */
                homeOpenTo: ("its-handler" | "clerk" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
            };
            replay?: string;
        };
        CalendarChange: {
            /**
             * @description company, region:NAME, city:NAME or project:ID
             * @default company
             */
            scope: string;
            week?: {
                [key: string]: [
                    string,
                    string
                ][];
            };
            extraWorkdayHours?: [
                string,
                string
            ][];
            notices?: {
                year: number;
                title: string;
                documentNumber: string;
                /** Format: date */
                publishedOn: string;
                address: string | null;
                holidays: {
                    name: string;
                    /** Format: date */
                    from: string;
                    /** Format: date */
                    to: string;
                    days: number;
                    makeUpWorkdays: string[];
                }[];
            }[];
        };
        ReportBuild: {
            /** @description 截止到: nothing that happened later counts; nor what was recorded later, unless recordedUntil says so */
            asOf?: components["schemas"]["GivenInstant"];
            /** @description 收录至: what was recorded until then counts, late records of the period too; default asOf, else now */
            recordedUntil?: components["schemas"]["GivenInstant"];
            /**
             * Format: date
             * @description Local date, 1900–2199
             */
            from?: string;
            /**
             * Format: date
             * @description Local date, 1900–2199
             */
            to?: string;
            projectId?: string;
            /**
             * @description 通报版 (D14): the bulletin's own edition, announced to every office; the company's, of a period that has ended
             * @constant
             */
            bulletin?: true;
        };
        CompanyTextsBody: {
            /** @description The version that was seen, 0 for none; refused if stale */
            version?: number;
            /** @description 第 n 期; else the month's number */
            issue?: number;
            /** @description [year] 第 n 期 and title of the bulletin (D14); a number is refused if another has it */
            bulletin?: {
                year?: number;
                number?: number;
                title?: string;
            };
            /** @description Paragraph and advice for a hot project of the bulletin, instead of the prefilled one */
            hot?: {
                [key: string]: string;
            };
            /**
             * @description 公司重点工作, 人力资源, 品质管理, 经营管理, 其他 (D7)
             * @default {}
             */
            sections: {
                [key: string]: string;
            };
        };
        SubmissionBody: {
            /** @description The version that was seen; refused if stale */
            version?: number;
            /**
             * @description D7's sections per project and D8's texts
             * @default {}
             */
            sections: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            /**
             * @description 确认上报
             * @default false
             */
            confirm: boolean;
        };
        ContestBody: {
            /**
             * @description 非我方责任, 重复, 恶意
             * @enum {string}
             */
            reason: "not-ours" | "duplicate" | "malicious";
            text: string;
        };
        RulingBody: {
            upheld: boolean;
            text: string;
        };
        SubscriptionsEntry: {
            /** @description The one you saw; 0 for none */
            version: number;
            items: {
                /**
                 * @description day: the day before, each morning; week: on Mondays; month: with the bulletin's edition (D14)
                 * @enum {string}
                 */
                every: "day" | "week" | "month";
                /** @enum {string} */
                level: "company" | "region" | "city" | "project";
                /** @description A region or city company by its name, a project by its id; none for the company */
                scope?: string;
            }[];
        };
        RosterFile: {
            projectId: string;
            month: string;
            /** @description xlsx, or csv in UTF-8 or GB18030; content in base64, the whole body at most 4 MB */
            file: {
                name: string;
                /** Format: base64 */
                content: string;
            };
            /** @description Confirmed: leave out the rows with faults */
            skipFaulty?: boolean;
        };
        HouseholdFile: {
            projectId: string;
            /** @description The month it is given for: occupied households and area count for it */
            month: string;
            /** @description xlsx, or csv in UTF-8 or GB18030; content in base64, the whole body at most 4 MB */
            file: {
                name: string;
                /** Format: base64 */
                content: string;
            };
            /** @description Confirmed: leave out the rows with faults */
            skipFaulty?: boolean;
        };
        PublicComplaint: {
            projectId: string;
            matter: string;
            /** @description The same again is the same complaint; without it and Idempotency-Key the same words of a day are */
            sourceId?: string;
            complainant?: {
                name?: string;
                /** @enum {string} */
                kind?: "owner" | "tenant" | "resident" | "merchant" | "other";
                phone?: string;
                /** Format: email */
                email?: string;
                anonymous?: boolean;
                /**
                 * @description Stands first in what we write
                 * @enum {string}
                 */
                language?: "zh" | "en";
            };
            location?: {
                area?: string;
                building?: string;
                unit?: string;
                room?: string;
            };
            place?: string;
            attachments?: string[];
            /** @description Edition of the privacy notice that was agreed to */
            consent?: string;
        };
        PublicMessage: {
            text: string;
            attachments?: string[];
        };
        /** @description A text is compulsory below the satisfied grades */
        Rating: {
            /** @enum {number} */
            grade: 1 | 2 | 3 | 4 | 5;
            text?: string;
        };
        Registered: {
            id: string;
            number: string;
            clocks: components["schemas"]["Clock"][];
            trackingUrl: string;
        };
        /** @description provisional 暂定: no holiday notice covers the deadline yet */
        Clock: {
            name: string;
            dueAt: components["schemas"]["Instant"];
            provisional: boolean;
            stoppedAt?: components["schemas"]["Instant"];
            pausedSince?: components["schemas"]["Instant"];
        };
        /**
         * Format: date-time
         * @description UTC
         */
        Instant: string;
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail: string;
            errors?: {
                path: string;
                code: string;
                message: string;
            }[];
            allowed?: string[];
            missing?: string[];
            current?: {
                id: string;
                number: string;
                version: number;
                /** @enum {string} */
                status: "registered" | "handling" | "resolved" | "closed" | "withdrawn" | "referred";
            };
            currentGroup?: {
                id: string;
                version: number;
                /** @enum {string} */
                status: "proposed" | "confirmed" | "resolved" | "closed" | "dissolved";
            };
            currentEvent?: {
                id: string;
                version: number;
                /** @enum {string} */
                status: "open" | "closed";
            };
            traceId: string;
        };
        SmsHeard: {
            /** @enum {string} */
            outcome: "rated" | "message" | "registered" | "unknown";
            number?: string;
        };
        BoxRoundResult: {
            accepted: {
                slipId: string;
                id: string;
                number: string;
            }[];
            refused: {
                /** @description null if the slip has none */
                slipId: string | null;
                /** @description Position in `slips`, from 0 */
                index: number;
                code: string;
                detail: string;
                errors?: {
                    path: string;
                    code: string;
                    message: string;
                }[];
            }[];
        };
        UploadAnnounced: {
            uploadId: string;
            /**
             * Format: uri
             * @description PUT the file here, once, with exactly these headers
             */
            url: string;
            headers: {
                [key: string]: string;
            };
            putBefore: components["schemas"]["Instant"];
            /** @description Name the upload in a complaint or command before this */
            useBefore: components["schemas"]["Instant"];
        };
        RegisteredAtDesk: {
            id: string;
            number: string;
            clocks: components["schemas"]["Clock"][];
        };
        ComplaintPage: {
            items: components["schemas"]["ComplaintRow"][];
            /** @description Absent on the last page */
            cursor?: string;
        };
        ComplaintRow: {
            id: string;
            number: string;
            projectId: string;
            /** @enum {string} */
            channel: "phone" | "relay" | "wechat" | "forum" | "email" | "web" | "mailbox" | "visit" | "letter" | "sms" | "press" | "oral" | "government";
            /** @enum {string} */
            recordKind: "complaint" | "opinion" | "repair" | "help";
            /** @enum {string} */
            status: "registered" | "handling" | "resolved" | "closed" | "withdrawn" | "referred";
            receivedAt: components["schemas"]["Instant"];
            version: number;
            /** @enum {string} */
            level?: "A" | "B" | "C" | "D" | "E";
            classCode?: components["schemas"]["ClassCode"];
            /** @enum {string} */
            validity?: "valid" | "assisted" | "invalid";
            /**
             * @description 重要 and 紧急 come first (D6, D13)
             * @enum {string}
             */
            urgency: "general" | "important" | "urgent";
            safety: boolean;
            departmentId?: string;
            handlerId?: string;
            /** @description 群体投诉/群体意见: the group it is handled in (GET /groups/{id}) */
            group?: {
                id: string;
                /** @enum {string} */
                level: "B" | "D";
                since: components["schemas"]["Instant"];
            };
            /** @description 重复投诉: the complaint before; nth = 2 for the first repetition */
            repeat?: {
                complaintId: string;
                number: string;
                nth: number;
            };
            clocks: components["schemas"]["Clock"][];
            /** @description 催办 */
            urges: number;
            /** @description 待补全: fields of the registration still missing */
            missing: string[];
            /** @description The first 80 characters */
            matter?: string;
            complainant: {
                name?: string;
                phone?: string;
                email?: string;
                anonymous: boolean;
            };
            location: {
                area?: string;
                building?: string;
                unit?: string;
                room?: string;
            };
            /** @description Steps and fields still missing before it may be closed */
            missingToClose: string[];
            /** @description The earliest limit that has passed */
            overdueSince?: components["schemas"]["Instant"];
            /** @description Its work waits for others */
            paused?: {
                since: components["schemas"]["Instant"];
                /** @enum {string} */
                reason: "owner-appointment" | "developer-warranty" | "repair-fund" | "third-party";
            };
            departmentName?: string;
            handlerName?: string;
            /** @description The newest thing that happened, clocks aside */
            lastEvent?: {
                type: string;
                at: components["schemas"]["Instant"];
                sentence: {
                    zh: string;
                    en: string;
                };
            };
            /** @description Messages and urges of the customer after our last act */
            unread: number;
        };
        ProjectChanges: {
            /** @description To be sent with the next question; opaque */
            stamp: string;
            /** @description Rows that changed, those that are over by now too; a row may come once more unchanged */
            items: components["schemas"]["ComplaintRow"][];
            /** @description Too much changed, or no stamp: read the list anew */
            everything: boolean;
        };
        Complaint: {
            id: string;
            number: string;
            projectId: string;
            /** @enum {string} */
            channel: "phone" | "relay" | "wechat" | "forum" | "email" | "web" | "mailbox" | "visit" | "letter" | "sms" | "press" | "oral" | "government";
            /** @enum {string} */
            recordKind: "complaint" | "opinion" | "repair" | "help";
            /** @enum {string} */
            status: "registered" | "handling" | "resolved" | "closed" | "withdrawn" | "referred";
            receivedAt: components["schemas"]["Instant"];
            version: number;
            /** @enum {string} */
            level?: "A" | "B" | "C" | "D" | "E";
            classCode?: components["schemas"]["ClassCode"];
            /** @enum {string} */
            validity?: "valid" | "assisted" | "invalid";
            /**
             * @description 重要 and 紧急 come first (D6, D13)
             * @enum {string}
             */
            urgency: "general" | "important" | "urgent";
            safety: boolean;
            departmentId?: string;
            handlerId?: string;
            /** @description 群体投诉/群体意见: the group it is handled in (GET /groups/{id}) */
            group?: {
                id: string;
                /** @enum {string} */
                level: "B" | "D";
                since: components["schemas"]["Instant"];
            };
            /** @description 重复投诉: the complaint before; nth = 2 for the first repetition */
            repeat?: {
                complaintId: string;
                number: string;
                nth: number;
            };
            clocks: components["schemas"]["Clock"][];
            /** @description 催办 */
            urges: number;
            /** @description 待补全: fields of the registration still missing */
            missing: string[];
            cycle: number;
            matter?: string;
            subject?: string;
            complainant: {
                name?: string;
                kind?: string;
                language?: string;
                phone?: string;
                email?: string;
                anonymous: boolean;
            };
            location: {
                area?: string;
                building?: string;
                unit?: string;
                room?: string;
            };
            consent?: {
                /** @description Edition of the privacy notice */
                notice: string;
                at: components["schemas"]["Instant"];
                /**
                 * @description How the notice reached the complainant; absent: agreed to with a tick
                 * @enum {string}
                 */
                how?: "announced" | "told" | "posted" | "linked" | "sender" | "others";
            };
            /**
             * @description Nobody said where: the one flat that the household file has for the caller's number
             * @constant
             */
            locationAssumed?: true;
            place?: string;
            against?: {
                text?: string;
                departmentId?: string;
                personId?: string;
            };
            occurredAt?: components["schemas"]["Instant"];
            requestedReplyAt?: components["schemas"]["Instant"];
            manner?: string;
            headcount?: number;
            intake: string;
            /** @description The government ticket as it came in */
            external?: {
                system: string;
                ticketNo: string;
                unit: string;
                dueAt: components["schemas"]["Instant"];
                /** @enum {string} */
                kind?: "complaint" | "help" | "enquiry" | "suggestion" | "report" | "other";
                demand?: string;
                signBy?: components["schemas"]["Instant"];
            };
            ticket?: {
                /** @description 办理时限 now: as instructed, extended, or set anew */
                dueAt: components["schemas"]["Instant"];
                /** @description Until when it is signed for or returned */
                signBy?: components["schemas"]["Instant"];
                signedAt?: components["schemas"]["Instant"];
                /** @description 退单 */
                sentBackAt?: components["schemas"]["Instant"];
                objectedAt?: components["schemas"]["Instant"];
                objectionUpheld?: boolean;
                mergedInto?: {
                    complaintId: string;
                    number: string;
                };
                /** @description Asked for, not answered yet */
                extensionAsked?: components["schemas"]["Instant"];
                /** @description 回复件 sent */
                repliedAt?: components["schemas"]["Instant"];
                /** @description How often the platform has returned it (退回重办) */
                returns: number;
                rating?: {
                    /** @enum {string} */
                    contacted: "yes" | "no" | "not-rated";
                    /** @enum {string} */
                    solved: "yes" | "no" | "not-rated";
                    /** @enum {string} */
                    satisfied: "yes" | "no" | "not-rated";
                    at: components["schemas"]["Instant"];
                };
                /**
                 * @description 剔除: in no rate
                 * @enum {string}
                 */
                exempt?: "withdrawn-by-platform" | "not-owner-business" | "unreasonable";
            };
            channelData?: {
                [key: string]: unknown;
            };
            repliedAt?: components["schemas"]["Instant"];
            resolvedAt?: components["schemas"]["Instant"];
            closedAt?: components["schemas"]["Instant"];
            endedAt?: components["schemas"]["Instant"];
            ending?: string;
            taskDueAt?: components["schemas"]["Instant"];
            firstGrade?: number;
            /** @description Steps and judgements without which it cannot be closed; alternatives joined by | */
            missingToClose: string[];
            /** @description Files; each is at /complaints/{id}/attachments/{file} */
            attachments: {
                id: string;
                name?: string;
                contentType: string;
                size: number;
            }[];
            /** @description Files that do not lie here, and why: of a mail they stand in the kept mail (one of the files); a call's recording could not be had or has been kept long enough */
            filesLeft?: {
                id: string;
                name?: string;
                contentType: string;
                size: number;
                /** @enum {string} */
                left?: "too-large" | "too-many" | "unreachable" | "other-host" | "no-sound" | "kept-no-longer";
            }[];
            /** @description What the words speak for; people decide */
            hint?: {
                classCode?: string;
                level?: string;
                safety: boolean;
                evidence: {
                    speaksFor: string;
                    words?: string;
                }[];
            };
            withheld?: boolean;
            signatories?: string;
            originalAt?: string;
            /** @description How to receive a complainant of this manner (D3) */
            reception?: {
                zh: string;
                en: string;
            };
            convertedNumber?: string;
            difficulty?: string;
            malicious?: boolean;
            lawful?: boolean;
            dutyCause?: string;
            causeFactor?: string;
            opinion?: number;
            /** @description Every grade, oldest first: by the customer's link, told to the staff, or asked */
            grades: {
                grade: number;
                at: components["schemas"]["Instant"];
                /** @enum {string} */
                origin: "link" | "staff" | "call" | "visit" | "email" | "message";
                byPersonId?: string;
            }[];
            signedOffAt?: components["schemas"]["Instant"];
            effectCheckedAt?: components["schemas"]["Instant"];
            reviewedAt?: components["schemas"]["Instant"];
            invalidExplainedAt?: components["schemas"]["Instant"];
            plan?: {
                text?: string;
                writtenAt: components["schemas"]["Instant"];
                approvedAt?: components["schemas"]["Instant"];
                agreedAt?: components["schemas"]["Instant"];
                nodes: {
                    id: string;
                    text?: string;
                    dueAt: components["schemas"]["Instant"];
                    doneAt?: components["schemas"]["Instant"];
                }[];
            };
            planInForce?: {
                text?: string;
                writtenAt: components["schemas"]["Instant"];
                approvedAt?: components["schemas"]["Instant"];
                agreedAt?: components["schemas"]["Instant"];
                nodes: {
                    id: string;
                    text?: string;
                    dueAt: components["schemas"]["Instant"];
                    doneAt?: components["schemas"]["Instant"];
                }[];
            };
            actions?: {
                id: string;
                ownerId: string;
                cause?: string;
                measure?: string;
                dueAt: components["schemas"]["Instant"];
                evidencedAt?: components["schemas"]["Instant"];
                verifiedAt?: components["schemas"]["Instant"];
            }[];
            linkedTo?: string;
            /** @description Commands the asking person may give now */
            allowed: string[];
            /**
             * @description It is against the asking person, who sees that it exists and may give a statement (D4)
             * @constant
             */
            complainedOf?: true;
            /** @description Name, number, addresses and flat are masked; POST …/disclosures shows them to the asking person in full */
            mayShow: boolean;
        };
        History: {
            id: string;
            number: string;
            events: {
                seq: number;
                type: string;
                sentence: {
                    zh: string;
                    en: string;
                };
                occurredAt: components["schemas"]["Instant"];
                recordedAt: components["schemas"]["Instant"];
                by: {
                    /** @enum {string} */
                    kind: "person" | "customer" | "channel" | "timer";
                    id?: string;
                    name?: string;
                };
                /** @description Given on a device, perhaps without signal: its time, and what it comes to */
                device?: {
                    at: components["schemas"]["Instant"];
                    sentAt: components["schemas"]["Instant"];
                    /** @description The device's clock against ours; negative: behind */
                    aheadBySeconds: number;
                    /** @description By our clock, as the device's tells it */
                    happenedAt: components["schemas"]["Instant"];
                };
                /** @description The event's own fields */
                facts: {
                    [key: string]: unknown;
                };
                /** @description Free text; erased values are absent */
                texts: {
                    [key: string]: string;
                };
                notices: {
                    key: string;
                    template: string;
                    recipient: string;
                    /** @enum {string} */
                    way: "email" | "wecom" | "sms" | "wechat";
                    /** @enum {string} */
                    state: "planned" | "claimed" | "handedOver" | "unneeded" | "failed";
                    at?: components["schemas"]["Instant"];
                    attempt: number;
                    possibleDuplicates: number;
                }[];
            }[];
            /** @description Who was shown the complainant's number in order to call, oldest first */
            calls: {
                at: components["schemas"]["Instant"];
                by: {
                    /** @enum {string} */
                    kind: "person" | "customer" | "channel" | "timer";
                    id?: string;
                    name?: string;
                };
            }[];
            /** @description Who took which paper form, oldest first */
            papers: {
                /** @enum {string} */
                form: "complaint-record" | "handling-record" | "handling-plan" | "follow-up-record" | "joint-signatures" | "reply-letter" | "posted-reply" | "ticket-reply" | "case-history" | "channels-notice";
                at: components["schemas"]["Instant"];
                by: {
                    /** @enum {string} */
                    kind: "person" | "customer" | "channel" | "timer";
                    id?: string;
                    name?: string;
                };
            }[];
        };
        ComplaintProof: {
            checkedAt: components["schemas"]["Instant"];
            /** @description Events whose hashes were computed anew, each over the one before */
            events: number;
            /** @description Personal values and texts that were compared with their digests */
            values: number;
            /** @description Values that an event says were erased */
            erased: number;
            /** @description Clocks whose due instants were counted anew */
            clocks: number;
            /** @description SHA-256 of the newest event over all before it, base64url */
            head: string;
            faults: {
                /** @enum {string} */
                fault: "hash" | "sequence" | "personal" | "hole" | "state" | "due" | "rung";
                seq?: number;
                clock?: string;
            }[];
        };
        Clocks: {
            id: string;
            number: string;
            open: boolean;
            clocks: {
                name: string;
                cycle: number;
                key?: string;
                dueAt: components["schemas"]["Instant"];
                provisional: boolean;
                startedAt: components["schemas"]["Instant"];
                stoppedAt?: components["schemas"]["Instant"];
                /** @enum {string} */
                outcome: "running" | "paused" | "kept" | "missed" | "lapsed";
                limits: {
                    dueAt: components["schemas"]["Instant"];
                    provisional: boolean;
                    clause: string;
                }[];
                givenDueAt?: components["schemas"]["Instant"];
                /** @enum {string} */
                variant?: "urgent" | "grave";
                pauses: {
                    from: components["schemas"]["Instant"];
                    to?: components["schemas"]["Instant"];
                    /** @enum {string} */
                    reason: "owner-appointment" | "developer-warranty" | "repair-fund" | "third-party";
                    approvedBy: string;
                }[];
                extensions: {
                    at: components["schemas"]["Instant"];
                    dueAt: components["schemas"]["Instant"];
                    approvedBy: string;
                }[];
                rungs: {
                    id: string;
                    at: components["schemas"]["Instant"];
                    /** @enum {string} */
                    audience?: "on-duty" | "off-duty";
                    decidedAt?: components["schemas"]["Instant"];
                    acknowledgedAt?: components["schemas"]["Instant"];
                    /** @enum {string} */
                    state: "pending" | "decided" | "late" | "dropped";
                    /** @enum {string} */
                    kind?: "reminder" | "escalation" | "news";
                    posts?: ("clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                }[];
                explanation: {
                    limit?: {
                        kind: string;
                    } & {
                        [key: string]: unknown;
                    };
                    clause: string;
                    segments: {
                        /** Format: date */
                        date: string;
                        from: components["schemas"]["Instant"];
                        to: components["schemas"]["Instant"];
                        seconds: number;
                        makeUpWorkday: boolean;
                    }[];
                    zh: string;
                    en: string;
                };
                policyVersion: string;
                calendarVersion: string;
            }[];
        };
        FileAddress: {
            url: string;
        };
        NumberToCall: {
            phone: string;
            name?: string;
        };
        Disclosure: {
            name?: string;
            phone?: string;
            email?: string;
            location: {
                area?: string;
                building?: string;
                unit?: string;
                room?: string;
            };
            signatories?: string;
            channelData?: {
                [key: string]: unknown;
            };
        };
        CommandResult: {
            version: number;
            /** @enum {string} */
            status: "registered" | "handling" | "resolved" | "closed" | "withdrawn" | "referred";
            allowed: string[];
            clocks: components["schemas"]["Clock"][];
        };
        ClassList: {
            version: string;
            viewsVersion: string;
            items: {
                code: string;
                zh: string;
                en: string;
                /** @description Row of the monthly sheet (D1) */
                estate: string;
                /** @description Class of D2 */
                plan: string;
                /** @description Class of D13 */
                tier: string;
                /** @description 基础服务 or 地产相关 (D8) */
                service: string;
            }[];
        };
        HeldCommand: {
            id: string;
            complaintId: string;
            /** @description The complaint's; of a group the problem point of its members */
            number: string;
            /** @description The group whose members it goes to */
            groupId?: string;
            /** @description For how many members it was done, had been before, and was refused */
            outcomes?: {
                done: number;
                already: number;
                refused: number;
            };
            /** @enum {string} */
            command: "reply" | "resolve" | "explain-invalid";
            /** @description The Idempotency-Key that it came with */
            key: string;
            leavesAt: components["schemas"]["Instant"];
            /** @enum {string} */
            state: "waiting" | "leaving" | "left" | "called-back" | "refused";
            /** @description Why it was not given when its time had come */
            refusal?: {
                code: string;
                title: {
                    zh: string;
                    en: string;
                };
            };
            /** @description What was sent, where it has been refused: nothing that was typed is lost */
            sent?: {
                [key: string]: unknown;
            };
        };
        HeldCommands: {
            items: components["schemas"]["HeldCommand"][];
        };
        GroupPage: {
            items: {
                id: string;
                /** @description 投诉点 the problem point its members share */
                code: string;
                /** @enum {string} */
                status: "proposed" | "confirmed" | "resolved" | "closed" | "dissolved";
                /**
                 * @description B 群体投诉, D 群体意见 (D11)
                 * @enum {string}
                 */
                level: "B" | "D";
                evidence: {
                    /** @enum {string} */
                    scope: "building" | "project";
                    building?: string;
                    /** @description Distinct households, by person where the room is unknown */
                    households: number;
                    /** @description The largest joint letter; 1 without one */
                    headcount: number;
                    from: components["schemas"]["Instant"];
                    to: components["schemas"]["Instant"];
                };
                proposedAt: components["schemas"]["Instant"];
                endedAt?: components["schemas"]["Instant"];
                members: number;
            }[];
            /** @description Absent on the last page */
            cursor?: string;
        };
        Group: {
            id: string;
            /** @description 投诉点 the problem point its members share */
            code: string;
            /** @enum {string} */
            status: "proposed" | "confirmed" | "resolved" | "closed" | "dissolved";
            /**
             * @description B 群体投诉, D 群体意见 (D11)
             * @enum {string}
             */
            level: "B" | "D";
            evidence: {
                /** @enum {string} */
                scope: "building" | "project";
                building?: string;
                /** @description Distinct households, by person where the room is unknown */
                households: number;
                /** @description The largest joint letter; 1 without one */
                headcount: number;
                from: components["schemas"]["Instant"];
                to: components["schemas"]["Instant"];
            };
            proposedAt: components["schemas"]["Instant"];
            endedAt?: components["schemas"]["Instant"];
            projectId: string;
            version: number;
            /** @description When a proposal stands by itself unless a person decides before */
            confirmAt?: components["schemas"]["Instant"];
            departmentId?: string;
            handlerId?: string;
            members: {
                complaintId: string;
                number: string;
                /** @enum {string} */
                kind: "complaint" | "opinion";
                receivedAt: components["schemas"]["Instant"];
                building?: string;
                headcount?: number;
                /** @description Its own escalation rests */
                joined: boolean;
                /** @enum {string} */
                status?: "registered" | "handling" | "resolved" | "closed" | "withdrawn" | "referred";
                /** @description To be called after the solution */
                sampled?: boolean;
                /** @description When this household was first told */
                repliedAt?: components["schemas"]["Instant"];
                /** @description What this household gave, and no other */
                firstGrade?: number;
                /** @description Attempts to call it in this cycle */
                calls?: number;
                /** @description What it lacks itself before the group can be closed */
                missing?: string[];
            }[];
            /**
             * @description That of its most urgent open member; a B is at least 重要 (D13)
             * @enum {string}
             */
            urgency: "general" | "important" | "urgent";
            /** @description Duties of level and urgency that no member has on record, a department's sign-off among them; alternatives joined by | */
            missing: string[];
            /** @description The command now on its way to the members */
            running?: string;
            clocks: {
                name: string;
                cycle: number;
                key?: string;
                startedAt: components["schemas"]["Instant"];
                dueAt: components["schemas"]["Instant"];
                provisional: boolean;
                stoppedAt?: components["schemas"]["Instant"];
                clause: string;
                /** @description The member whose clock it follows */
                complaintId?: string;
                rungs: {
                    id: string;
                    at: components["schemas"]["Instant"];
                    decidedAt?: components["schemas"]["Instant"];
                    acknowledgedAt?: components["schemas"]["Instant"];
                }[];
            }[];
            /** @description Commands the asking person may give now */
            allowed: ("confirm" | "dissolve" | "acknowledge" | "reply" | "assign" | "accept" | "resolve" | "explain-invalid" | "follow-up" | "close" | "judge" | "form-team" | "investigate" | "report-up" | "foresee" | "instruct" | "consult" | "plan" | "progress" | "daily-report" | "sign-off" | "check-effect" | "review")[];
        };
        GroupHistory: {
            id: string;
            events: {
                seq: number;
                type: string;
                occurredAt: components["schemas"]["Instant"];
                recordedAt: components["schemas"]["Instant"];
                by: {
                    /** @enum {string} */
                    kind: "person" | "customer" | "channel" | "timer";
                    id?: string;
                    name?: string;
                };
                sentence: {
                    zh: string;
                    en: string;
                };
                facts: {
                    [key: string]: unknown;
                };
                /** @description Free text; erased values are absent */
                texts: {
                    [key: string]: string;
                };
            }[];
        };
        GroupCommandResult: {
            version: number;
            /** @enum {string} */
            status: "proposed" | "confirmed" | "resolved" | "closed" | "dissolved";
            /** @description Commands the asking person may give now */
            allowed: ("confirm" | "dissolve" | "acknowledge" | "reply" | "assign" | "accept" | "resolve" | "explain-invalid" | "follow-up" | "close" | "judge" | "form-team" | "investigate" | "report-up" | "foresee" | "instruct" | "consult" | "plan" | "progress" | "daily-report" | "sign-off" | "check-effect" | "review")[];
            results: {
                complaintId: string;
                number: string;
                /**
                 * @description already: somebody brought this member there before
                 * @enum {string}
                 */
                outcome: "done" | "already" | "refused";
                /** @description Why it was refused, as in problems */
                code?: string;
                detail?: string;
                /** @description What it still lacks */
                missing?: string[];
            }[];
        };
        CorrectivePage: {
            items: {
                complaintId: string;
                number: string;
                projectId: string;
                actionId: string;
                classCode?: components["schemas"]["ClassCode"];
                cause?: string;
                measure?: string;
                ownerId: string;
                ownerName: string;
                openedAt: components["schemas"]["Instant"];
                dueAt: components["schemas"]["Instant"];
                evidencedAt?: components["schemas"]["Instant"];
                /** @description What its owner says of what was done */
                evidence?: string;
                /** @description Handed in with it; each is at /complaints/{complaintId}/attachments/{id} */
                files: {
                    id: string;
                    name?: string;
                    contentType: string;
                }[];
                verifiedAt?: components["schemas"]["Instant"];
            }[];
            /** @description Absent on the last page */
            cursor?: string;
        };
        EmergencyPage: {
            items: {
                id: string;
                /** @enum {string} */
                category: "safety.security" | "safety.fire" | "safety.traffic" | "safety.other" | "equipment.lift" | "equipment.hvac" | "equipment.water" | "equipment.power" | "equipment.other" | "environment" | "service.decoration" | "service.relations" | "staff-injury" | "other";
                /**
                 * @description 负面 or 成功防止
                 * @enum {string}
                 */
                outcome: "negative" | "prevented";
                outsourced: boolean;
                /** @description 事故灾祸: reported to the 即时上报 list at once */
                accident: boolean;
                /** @description 媒体负面报道: reported to the 即时上报 list at once */
                press: boolean;
                departmentId: string;
                occurredAt: components["schemas"]["Instant"];
                discoveredAt: components["schemas"]["Instant"];
                injury?: {
                    dead: number;
                    injured: number;
                };
                /** @description CNY */
                loss?: number;
                /** @enum {string} */
                status: "open" | "closed";
                version: number;
                /** @description Reports given after their limit */
                late: number;
                next?: {
                    /**
                     * @description 首报, 书面报告, 续报, 终报
                     * @enum {string}
                     */
                    stage: "first" | "written" | "follow-up" | "final";
                    dueAt: components["schemas"]["Instant"];
                    /** @description Holidays up to then are not published yet */
                    provisional: boolean;
                };
            }[];
            /** @description Absent on the last page */
            cursor?: string;
        };
        EmergencyResult: {
            id: string;
            version: number;
            /** @enum {string} */
            status: "open" | "closed";
            /** @description Reports that may be given now */
            allowed: ("first" | "written" | "follow-up" | "final")[];
            /** @description Reports that are still awaited, with their limits */
            awaited: {
                /**
                 * @description 首报, 书面报告, 续报, 终报
                 * @enum {string}
                 */
                stage: "first" | "written" | "follow-up" | "final";
                dueAt: components["schemas"]["Instant"];
                /** @description Holidays up to then are not published yet */
                provisional: boolean;
            }[];
        };
        Emergency: {
            id: string;
            /** @enum {string} */
            category: "safety.security" | "safety.fire" | "safety.traffic" | "safety.other" | "equipment.lift" | "equipment.hvac" | "equipment.water" | "equipment.power" | "equipment.other" | "environment" | "service.decoration" | "service.relations" | "staff-injury" | "other";
            /**
             * @description 负面 or 成功防止
             * @enum {string}
             */
            outcome: "negative" | "prevented";
            outsourced: boolean;
            /** @description 事故灾祸: reported to the 即时上报 list at once */
            accident: boolean;
            /** @description 媒体负面报道: reported to the 即时上报 list at once */
            press: boolean;
            departmentId: string;
            occurredAt: components["schemas"]["Instant"];
            discoveredAt: components["schemas"]["Instant"];
            injury?: {
                dead: number;
                injured: number;
            };
            /** @description CNY */
            loss?: number;
            /** @enum {string} */
            status: "open" | "closed";
            version: number;
            projectId: string;
            recordedAt: components["schemas"]["Instant"];
            recordedBy: string;
            description: string;
            place?: string;
            reporter: {
                name: string;
                phone: string;
            };
            due: {
                /**
                 * @description 首报, 书面报告, 续报, 终报
                 * @enum {string}
                 */
                stage: "first" | "written" | "follow-up" | "final";
                dueAt: components["schemas"]["Instant"];
                /** @description Holidays up to then are not published yet */
                provisional: boolean;
            }[];
            /** @description Reports that are still awaited, with their limits */
            awaited: {
                /**
                 * @description 首报, 书面报告, 续报, 终报
                 * @enum {string}
                 */
                stage: "first" | "written" | "follow-up" | "final";
                dueAt: components["schemas"]["Instant"];
                /** @description Holidays up to then are not published yet */
                provisional: boolean;
            }[];
            /** @description Reports that may be given now */
            allowed: ("first" | "written" | "follow-up" | "final")[];
            reports: {
                seq: number;
                /**
                 * @description 首报, 书面报告, 续报, 终报
                 * @enum {string}
                 */
                stage: "first" | "written" | "follow-up" | "final";
                at: components["schemas"]["Instant"];
                by: string;
                late: boolean;
                text: string;
                injury?: {
                    dead: number;
                    injured: number;
                };
                /** @description CNY */
                loss?: number;
            }[];
            announcements: {
                /** @enum {string} */
                about: "registered" | "first" | "written" | "final";
                at: components["schemas"]["Instant"];
                recipients: {
                    personId: string;
                    post: string;
                    insteadOf?: string;
                    substituteFor?: string;
                }[];
            }[];
        };
        ProjectList: {
            items: components["schemas"]["Project"][];
        };
        Project: {
            id: string;
            name: string;
            region: string;
            city: string;
            /** @description 普通住宅, 别墅, 大厦 …: like is compared with like (D15) */
            type: string;
            /** @description m²; D15's bands follow from it */
            floorArea: number;
            timeZone: string;
            departments: {
                id: string;
                name: string;
                /** @description The department above it */
                parentId?: string;
                /** @description The contractor that does its work */
                contractorId?: string;
            }[];
            /** Format: email */
            mailbox?: string;
            /** @description 投诉热线, shown to residents */
            hotline?: string;
            /** @description Answered day and night; shown where words tell of danger */
            emergencyPhone?: string;
            /** @enum {string} */
            language?: "zh" | "en";
            /**
             * Format: date
             * @description 交付日期, a local date
             */
            deliveredOn?: string;
            /**
             * @description What complaint rates are divided by; by type unless said
             * @enum {string}
             */
            ratedBy?: "households" | "area";
            /** @description First month with complaints */
            since: string;
            /** @description Posts the asking person holds for the project */
            posts: ("clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
        };
        ProjectPut: {
            id: string;
            version: number;
        };
        OneProject: {
            id: string;
            name: string;
            region: string;
            city: string;
            /** @description 普通住宅, 别墅, 大厦 …: like is compared with like (D15) */
            type: string;
            /** @description m²; D15's bands follow from it */
            floorArea: number;
            timeZone: string;
            departments: {
                id: string;
                name: string;
                /** @description The department above it */
                parentId?: string;
                /** @description The contractor that does its work */
                contractorId?: string;
            }[];
            /** Format: email */
            mailbox?: string;
            /** @description 投诉热线, shown to residents */
            hotline?: string;
            /** @description Answered day and night; shown where words tell of danger */
            emergencyPhone?: string;
            /** @enum {string} */
            language?: "zh" | "en";
            /**
             * Format: date
             * @description 交付日期, a local date
             */
            deliveredOn?: string;
            /**
             * @description What complaint rates are divided by; by type unless said
             * @enum {string}
             */
            ratedBy?: "households" | "area";
            /** @description First month with complaints */
            since: string;
            /** @description Posts the asking person holds for the project */
            posts: ("clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
            version: number;
            changed?: {
                at: components["schemas"]["Instant"];
                by: string;
            };
            occupancy?: components["schemas"]["ProjectMonth"];
        };
        ProjectMonth: {
            projectId: string;
            month: string;
            version: number;
            occupiedHouseholds: number;
            /** @description m² */
            occupiedArea: number;
            /** @enum {string} */
            source: "households" | "entered";
            at: components["schemas"]["Instant"];
            by: string;
        };
        ProjectMonths: {
            /** @description Every edition, newest first */
            items: {
                projectId: string;
                month: string;
                version: number;
                occupiedHouseholds: number;
                /** @description m² */
                occupiedArea: number;
                /** @enum {string} */
                source: "households" | "entered";
                at: components["schemas"]["Instant"];
                by: string;
            }[];
        };
        DepartmentTree: {
            company: string;
            regions: {
                name: string;
                projects: {
                    id: string;
                    name: string;
                    departments: components["schemas"]["Department"][];
                }[];
            }[];
        };
        Department: {
            id: string;
            name: string;
            parentId?: string;
            contractorId?: string;
            departments: components["schemas"]["Department"][];
        };
        Contractors: {
            items: {
                id: string;
                name: string;
                /** @description 电梯维保, 绿化, 保洁 … */
                trades: string[];
                contact: {
                    name: string;
                    phone?: string;
                    /** Format: email */
                    email?: string;
                };
                /**
                 * Format: date
                 * @description The last day of the contract
                 */
                contractUntil: string;
                version: number;
            }[];
        };
        ContractorPut: {
            id: string;
            version: number;
        };
        People: {
            items: components["schemas"]["ListedPerson"][];
        };
        ListedPerson: {
            id: string;
            name: string;
            /** Format: email */
            email: string;
            phone?: string;
            wecomId?: string;
            /**
             * @description Stands first in messages
             * @enum {string}
             */
            language?: "zh" | "en";
            assignments: {
                /** @enum {string} */
                post: "clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters";
                projectId?: string;
                departmentId?: string;
                region?: string;
            }[];
            absences?: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                substituteId?: string;
            }[];
            substitutes?: string[];
            /**
             * Format: date
             * @description The last day at work
             */
            leavesOn?: string;
            version: number;
        };
        PersonPut: {
            id: string;
            version: number;
        };
        PersonWithChanges: {
            person: components["schemas"]["Person"];
            version: number;
            changes: {
                version: number;
                at: components["schemas"]["Instant"];
                by: string;
                person: components["schemas"]["Person"];
            }[];
        };
        Person: {
            id: string;
            name: string;
            /** Format: email */
            email: string;
            phone?: string;
            wecomId?: string;
            /**
             * @description Stands first in messages
             * @enum {string}
             */
            language?: "zh" | "en";
            assignments: {
                /** @enum {string} */
                post: "clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters";
                projectId?: string;
                departmentId?: string;
                region?: string;
            }[];
            absences?: {
                /** Format: date */
                from: string;
                /** Format: date */
                to: string;
                substituteId?: string;
            }[];
            substitutes?: string[];
            /**
             * Format: date
             * @description The last day at work
             */
            leavesOn?: string;
        };
        HandoverPreview: {
            leavesOn: string;
            complaints: {
                count: number;
                /** @description The first hundred */
                listed: {
                    id: string;
                    number: string;
                    projectId: string;
                }[];
            };
            /** @description Open groups (群体) that the leaver handles */
            groups: string[];
            shifts: {
                projectId: string;
                month: string;
                count: number;
            }[];
            posts: {
                /** @enum {string} */
                post: "clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters";
                projectId?: string;
                departmentId?: string;
                region?: string;
            }[];
            /** @description People who name the leaver as a substitute */
            substituteOf: string[];
        };
        JobStarted: {
            jobId: string;
        };
        ChannelKeys: {
            items: {
                system: string;
                name: string;
                channels: string[];
                projectIds?: string[];
                addresses?: string[];
                /** @constant */
                signed?: true;
                perMinute?: number;
                version: number;
                createdAt?: components["schemas"]["Instant"];
                lastRotatedAt?: components["schemas"]["Instant"];
                keys: {
                    id: string;
                    createdAt: components["schemas"]["Instant"];
                    createdBy: string;
                    validUntil?: components["schemas"]["Instant"];
                    endedBy?: string;
                    /** @description To the hour */
                    lastUsedAt?: components["schemas"]["Instant"];
                    valid: boolean;
                }[];
            }[];
        };
        ChannelKeyChanged: {
            system: string;
            name: string;
            channels: string[];
            projectIds?: string[];
            addresses?: string[];
            /** @constant */
            signed?: true;
            perMinute?: number;
            version: number;
            createdAt?: components["schemas"]["Instant"];
            lastRotatedAt?: components["schemas"]["Instant"];
            keys: {
                id: string;
                createdAt: components["schemas"]["Instant"];
                createdBy: string;
                validUntil?: components["schemas"]["Instant"];
                endedBy?: string;
                /** @description To the hour */
                lastUsedAt?: components["schemas"]["Instant"];
                valid: boolean;
            }[];
            /** @description The new key, shown this once */
            secret?: string;
            /** @description What this key's requests are signed with, shown this once */
            signingSecret?: string;
        };
        Webhooks: {
            items: {
                id: string;
                name: string;
                url: string;
                kinds: ("complaint.registered" | "complaint.assigned" | "complaint.accepted" | "complaint.classified" | "complaint.urged" | "complaint.replied" | "complaint.escalated" | "complaint.resolved" | "complaint.followed-up" | "complaint.closed" | "complaint.reopened" | "complaint.left" | "group.proposed" | "group.confirmed" | "group.joined" | "group.left" | "group.escalated" | "group.resolved" | "group.closed" | "group.dissolved" | "emergency.registered" | "emergency.reported" | "emergency.overdue" | "submission.confirmed" | "submission.overdue" | "submission.contested" | "submission.ruled")[];
                projectIds?: string[];
                /** @constant */
                paused?: true;
                formerSecretUntil?: components["schemas"]["Instant"];
                createdAt: components["schemas"]["Instant"];
                createdBy: string;
                version: number;
            }[];
        };
        WebhookChanged: {
            id: string;
            name: string;
            url: string;
            kinds: ("complaint.registered" | "complaint.assigned" | "complaint.accepted" | "complaint.classified" | "complaint.urged" | "complaint.replied" | "complaint.escalated" | "complaint.resolved" | "complaint.followed-up" | "complaint.closed" | "complaint.reopened" | "complaint.left" | "group.proposed" | "group.confirmed" | "group.joined" | "group.left" | "group.escalated" | "group.resolved" | "group.closed" | "group.dissolved" | "emergency.registered" | "emergency.reported" | "emergency.overdue" | "submission.confirmed" | "submission.overdue" | "submission.contested" | "submission.ruled")[];
            projectIds?: string[];
            /** @constant */
            paused?: true;
            formerSecretUntil?: components["schemas"]["Instant"];
            createdAt: components["schemas"]["Instant"];
            createdBy: string;
            version: number;
            /** @description What messages are signed with, shown this once */
            secret?: string;
        };
        WebhookDelivery: {
            /** @description The header webhook-id: the same at every attempt */
            id: string;
            kind: string;
            /**
             * @description failed: a dead letter
             * @enum {string}
             */
            state: "planned" | "claimed" | "delivered" | "failed";
            attempt: number;
            plannedAt: components["schemas"]["Instant"];
            nextAt?: components["schemas"]["Instant"];
            endedAt?: components["schemas"]["Instant"];
            answer?: number;
            lastError?: string;
            /** @description What is sent, byte by byte */
            payload: string;
        };
        WebhookDeliveries: {
            items: components["schemas"]["WebhookDelivery"][];
            cursor?: string;
        };
        Services: {
            items: {
                /** @enum {string} */
                service: "wecom" | "sms" | "smtp" | "imap" | "wechat";
                isSet: boolean;
                /** @description Whether messages go this way (noticeAdapters); absent for a mailbox */
                isOn?: boolean;
                /** @description What is not secret; absent where it was set up by command */
                shown?: {
                    [key: string]: string | number;
                };
                changedAt?: components["schemas"]["Instant"];
                changedBy?: string;
            }[];
        };
        ServiceTest: {
            id: string;
            /** @enum {string} */
            way: "email" | "wecom" | "sms";
            askedAt: components["schemas"]["Instant"];
            /** @enum {string} */
            state: "waiting" | "sent" | "failed";
            /** @description What the service said */
            reason?: string;
        };
        QuarantinePage: {
            items: components["schemas"]["QuarantinedMail"][];
            /** @description Absent on the last page */
            cursor?: string;
        };
        QuarantinedMail: {
            id: string;
            at: components["schemas"]["Instant"];
            reason: string;
            rawKey: string;
            from?: string;
            subject?: string;
            /** @description Words of danger found in it (D6) */
            danger?: string[];
            /** @description Which of the asking person's projects it was addressed to */
            projectIds?: string[];
            accepted?: {
                at: components["schemas"]["Instant"];
                by: string;
                projectId: string;
                complaintId?: string;
                number?: string;
            };
            /** @description Somebody said that it is no complaint */
            dismissed?: {
                at: components["schemas"]["Instant"];
                by: string;
            };
        };
        QuarantineCount: {
            waiting: number;
            /** @description Of these, with words of danger */
            dangers: number;
            oldestAt?: components["schemas"]["Instant"];
            reasons: {
                reason: string;
                count: number;
            }[];
        };
        QuarantinedLetter: {
            mail: components["schemas"]["QuarantinedMail"];
            /** @description Absent: the raw mail is no longer kept */
            letter?: {
                fromName?: string;
                to: string[];
                date: string | null;
                text: string;
                /** @description What it quotes of an earlier mail */
                quoted: string;
                /** @description The text went on; the raw mail holds it all */
                cut: boolean;
                files: {
                    name: string | null;
                    contentType: string;
                    size: number;
                }[];
                /** @description What had to be guessed in reading it */
                defects: string[];
            };
        };
        SenderRules: {
            items: {
                sender: string;
                projectId?: string;
                /** @enum {string} */
                treatment: "allow" | "quarantine" | "drop";
                reason: string;
                source: string;
                changed?: {
                    at: components["schemas"]["Instant"];
                    by: string;
                };
                /** @description 0 for what is built in */
                version: number;
                /** @constant */
                ended?: true;
                id: string;
                dropped: number;
            }[];
        };
        SenderRule: {
            sender: string;
            projectId?: string;
            /** @enum {string} */
            treatment: "allow" | "quarantine" | "drop";
            reason: string;
            source: string;
            changed?: {
                at: components["schemas"]["Instant"];
                by: string;
            };
            /** @description 0 for what is built in */
            version: number;
            /** @constant */
            ended?: true;
        };
        Doctor: {
            at: components["schemas"]["Instant"];
            lacks: {
                code: string;
                /** @description Project, person, post or system */
                about?: string;
                /** @enum {string} */
                weight: "must" | "should";
                sentence: {
                    zh: string;
                    en: string;
                };
            }[];
            work: {
                /** @description What the sweep sent on its way again, ever */
                rescues: number;
                /** @description What failed five times and waits for an operator */
                aside: number;
                /** @description Quarantined mails that nobody has looked at */
                waitingMails: number;
            };
            /** @description Scopes whose policy is their own */
            ownPolicies: {
                scope: string;
                version: string;
                effectiveFrom: components["schemas"]["Instant"];
            }[];
        };
        SetupState: {
            needed: boolean;
        };
        SetupDone: {
            personId: string;
            projectId: string;
        };
        PersonDataRequest: {
            id: string;
            /** @enum {string} */
            kind: "export" | "erasure";
            number: string;
            projectId: string;
            /** @description customer, or the person of ours who was asked */
            by: string;
            askedAt: components["schemas"]["Instant"];
            dueAt: components["schemas"]["Instant"];
            /** @enum {string} */
            state: "open" | "overdue" | "running" | "done" | "refused";
            reason?: string;
            job?: {
                startedAt: components["schemas"]["Instant"];
                startedBy: string;
                /** @description Complaints of the person */
                complaints: number;
                done: number;
                total: number;
                finishedAt?: components["schemas"]["Instant"];
                /** @description Until when the copy can be fetched */
                copyUntil?: components["schemas"]["Instant"];
                removed: {
                    [key: string]: number;
                };
                kept: ("figures" | "consent" | "reads" | "request" | "sent" | "backups" | "held" | "uploads" | "open")[];
                /** @description Complaints that wait until they are over */
                waiting: string[];
            };
        };
        PersonDataRequests: {
            items: components["schemas"]["PersonDataRequest"][];
            /** @description Absent on the last page */
            cursor?: string;
        };
        PersonDataStarted: {
            jobId: string;
            request: components["schemas"]["PersonDataRequest"];
        };
        Retention: {
            kinds: {
                /** @enum {string} */
                kind: "complaints" | "rawMails" | "quarantine" | "requests" | "jobs" | "runs" | "copies" | "auditReads" | "droppedMails" | "searchWords" | "uploads" | "recordings" | "drafts" | "throttles" | "accessLogs" | "functionLogs";
                days: number;
                /**
                 * @description The nightly run by policy, or the store itself
                 * @enum {string}
                 */
                by: "night" | "store";
            }[];
            /** @description Newest first */
            nights: {
                /** Format: date */
                date: string;
                startedAt: components["schemas"]["Instant"];
                /** @description Absent: it broke off */
                finishedAt?: components["schemas"]["Instant"];
                removed: {
                    [key: string]: number;
                };
            }[];
            nextAt: components["schemas"]["Instant"];
        };
        PersonDataCopy: {
            /** Format: uri */
            url: string;
        };
        DataReads: {
            items: {
                number: string;
                projectId: string;
                /** @description Person id */
                by: string;
                name?: string;
                /**
                 * @description 详情, 历史, 附件, 表单 (masked or as they are); 显示, 打电话 (in full)
                 * @enum {string}
                 */
                way: "complaint" | "history" | "file" | "form" | "shown" | "call";
                /**
                 * @description What it was shown for
                 * @enum {string}
                 */
                reason?: "contact" | "visit" | "identify" | "register" | "oversee";
                firstAt: components["schemas"]["Instant"];
                lastAt: components["schemas"]["Instant"];
                /** @description How often within the hour */
                times: number;
            }[];
            /** @description Absent on the last page */
            cursor?: string;
        };
        Policies: {
            inForce: {
                version: string;
                ladders: {
                    [key: string]: {
                        id: string;
                        time: {
                            /** @constant */
                            kind: "share-of-time";
                            percent: number;
                        } | {
                            /** @constant */
                            kind: "after-start";
                            minutes: number;
                        } | {
                            /** @constant */
                            kind: "after-limit";
                            workingMinutes: number;
                        } | {
                            /** @constant */
                            kind: "working-days-after-limit";
                            days: number;
                            orSecondLimit: boolean;
                        };
                        posts: ("clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                        /** @enum {string} */
                        kind: "reminder" | "escalation" | "news";
                        /** @constant */
                        onlyIf?: "grave";
                        /** @enum {string} */
                        unless?: "assigned" | "accepted";
                        repeat?: {
                            everyMinutes: number;
                            times: number;
                        };
                    }[];
                };
                quietHours: {
                    from: string;
                    to: string;
                    earlyIfDueWithinMinutes: number;
                };
                followUp: {
                    attempts: number;
                    days: number;
                    satisfiedFrom: number;
                    /**
                     * @default {
                     *       "from": "09:00",
                     *       "to": "20:00"
                     *     }
                     */
                    callHours: {
                        from: string;
                        to: string;
                    };
                };
                periodStartDay: number;
                groups?: {
                    customers: number;
                    building: {
                        windowHours: number;
                        confirmAfterDutyMinutes: number;
                    };
                    project: {
                        windowDays: number;
                        confirmAfterWorkingMinutes: number;
                    };
                    repeatDays: number;
                    /** @default 120 */
                    lookAgainSeconds: number;
                    sample: {
                        percent: number;
                        least: number;
                    };
                    /** @default 400 */
                    maxMembers: number;
                    togetherMinutes?: number;
                };
                notices?: {
                    staff: ("email" | "wecom" | "sms" | "wechat")[];
                    posts?: {
                        [key: string]: ("email" | "wecom" | "sms" | "wechat")[];
                    };
                    pressing?: ("email" | "wecom" | "sms" | "wechat")[];
                    customer: ("email" | "wecom" | "sms" | "wechat")[];
                    acknowledgeMinutes: number;
                    bundleSeconds?: number;
                };
                reporting?: {
                    submitWorkingDay: number;
                    bulletinWorkingDay: number;
                    rungs: {
                        id: string;
                        workingDay: number;
                        posts: ("clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                        /** @enum {string} */
                        kind: "reminder" | "escalation";
                    }[];
                    attachKilobytes?: number;
                };
                tickets?: {
                    signWorkingMinutes: number;
                    /** @enum {string} */
                    notRated: "apart" | "as-no";
                    /** @enum {string} */
                    merged: "with-main" | "each";
                };
                privacy?: {
                    requestWorkingDays: number;
                    keepDays?: {
                        [key: string]: number;
                    };
                };
                identityPosts?: ("clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                disclosure?: {
                    /** @description Name, number, address and flat in full, by a call on record */
                    shownTo: ("its-handler" | "clerk" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                    /** @description The flat without that call */
                    homeOpenTo: ("its-handler" | "clerk" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                };
                clocks: {
                    [key: string]: {
                        limits: {
                            limit: {
                                /** @constant */
                                kind: "natural";
                                minutes: number;
                            } | {
                                /** @constant */
                                kind: "working-days";
                                days: number;
                            } | {
                                /** @constant */
                                kind: "working-time";
                                minutes: number;
                            } | {
                                /** @constant */
                                kind: "daily";
                                at: string;
                                lastStart: string;
                            } | {
                                /** @constant */
                                kind: "given";
                            };
                            clause: string;
                        }[];
                        urgentLimits?: {
                            limit: {
                                /** @constant */
                                kind: "natural";
                                minutes: number;
                            } | {
                                /** @constant */
                                kind: "working-days";
                                days: number;
                            } | {
                                /** @constant */
                                kind: "working-time";
                                minutes: number;
                            } | {
                                /** @constant */
                                kind: "daily";
                                at: string;
                                lastStart: string;
                            } | {
                                /** @constant */
                                kind: "given";
                            };
                            clause: string;
                        }[];
                        graveLimits?: {
                            limit: {
                                /** @constant */
                                kind: "natural";
                                minutes: number;
                            } | {
                                /** @constant */
                                kind: "working-days";
                                days: number;
                            } | {
                                /** @constant */
                                kind: "working-time";
                                minutes: number;
                            } | {
                                /** @constant */
                                kind: "daily";
                                at: string;
                                lastStart: string;
                            } | {
                                /** @constant */
                                kind: "given";
                            };
                            clause: string;
                        }[];
                        ladder: string;
                        urgentLadder?: string;
                    };
                };
            };
            /** @description The text of the version that was asked for */
            asked?: {
                version: string;
                ladders: {
                    [key: string]: {
                        id: string;
                        time: {
                            /** @constant */
                            kind: "share-of-time";
                            percent: number;
                        } | {
                            /** @constant */
                            kind: "after-start";
                            minutes: number;
                        } | {
                            /** @constant */
                            kind: "after-limit";
                            workingMinutes: number;
                        } | {
                            /** @constant */
                            kind: "working-days-after-limit";
                            days: number;
                            orSecondLimit: boolean;
                        };
                        posts: ("clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                        /** @enum {string} */
                        kind: "reminder" | "escalation" | "news";
                        /** @constant */
                        onlyIf?: "grave";
                        /** @enum {string} */
                        unless?: "assigned" | "accepted";
                        repeat?: {
                            everyMinutes: number;
                            times: number;
                        };
                    }[];
                };
                quietHours: {
                    from: string;
                    to: string;
                    earlyIfDueWithinMinutes: number;
                };
                followUp: {
                    attempts: number;
                    days: number;
                    satisfiedFrom: number;
                    /**
                     * @default {
                     *       "from": "09:00",
                     *       "to": "20:00"
                     *     }
                     */
                    callHours: {
                        from: string;
                        to: string;
                    };
                };
                periodStartDay: number;
                groups?: {
                    customers: number;
                    building: {
                        windowHours: number;
                        confirmAfterDutyMinutes: number;
                    };
                    project: {
                        windowDays: number;
                        confirmAfterWorkingMinutes: number;
                    };
                    repeatDays: number;
                    /** @default 120 */
                    lookAgainSeconds: number;
                    sample: {
                        percent: number;
                        least: number;
                    };
                    /** @default 400 */
                    maxMembers: number;
                    togetherMinutes?: number;
                };
                notices?: {
                    staff: ("email" | "wecom" | "sms" | "wechat")[];
                    posts?: {
                        [key: string]: ("email" | "wecom" | "sms" | "wechat")[];
                    };
                    pressing?: ("email" | "wecom" | "sms" | "wechat")[];
                    customer: ("email" | "wecom" | "sms" | "wechat")[];
                    acknowledgeMinutes: number;
                    bundleSeconds?: number;
                };
                reporting?: {
                    submitWorkingDay: number;
                    bulletinWorkingDay: number;
                    rungs: {
                        id: string;
                        workingDay: number;
                        posts: ("clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                        /** @enum {string} */
                        kind: "reminder" | "escalation";
                    }[];
                    attachKilobytes?: number;
                };
                tickets?: {
                    signWorkingMinutes: number;
                    /** @enum {string} */
                    notRated: "apart" | "as-no";
                    /** @enum {string} */
                    merged: "with-main" | "each";
                };
                privacy?: {
                    requestWorkingDays: number;
                    keepDays?: {
                        [key: string]: number;
                    };
                };
                identityPosts?: ("clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                disclosure?: {
                    /** @description Name, number, address and flat in full, by a call on record */
                    shownTo: ("its-handler" | "clerk" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                    /** @description The flat without that call */
                    homeOpenTo: ("its-handler" | "clerk" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters")[];
                };
                clocks: {
                    [key: string]: {
                        limits: {
                            limit: {
                                /** @constant */
                                kind: "natural";
                                minutes: number;
                            } | {
                                /** @constant */
                                kind: "working-days";
                                days: number;
                            } | {
                                /** @constant */
                                kind: "working-time";
                                minutes: number;
                            } | {
                                /** @constant */
                                kind: "daily";
                                at: string;
                                lastStart: string;
                            } | {
                                /** @constant */
                                kind: "given";
                            };
                            clause: string;
                        }[];
                        urgentLimits?: {
                            limit: {
                                /** @constant */
                                kind: "natural";
                                minutes: number;
                            } | {
                                /** @constant */
                                kind: "working-days";
                                days: number;
                            } | {
                                /** @constant */
                                kind: "working-time";
                                minutes: number;
                            } | {
                                /** @constant */
                                kind: "daily";
                                at: string;
                                lastStart: string;
                            } | {
                                /** @constant */
                                kind: "given";
                            };
                            clause: string;
                        }[];
                        graveLimits?: {
                            limit: {
                                /** @constant */
                                kind: "natural";
                                minutes: number;
                            } | {
                                /** @constant */
                                kind: "working-days";
                                days: number;
                            } | {
                                /** @constant */
                                kind: "working-time";
                                minutes: number;
                            } | {
                                /** @constant */
                                kind: "daily";
                                at: string;
                                lastStart: string;
                            } | {
                                /** @constant */
                                kind: "given";
                            };
                            clause: string;
                        }[];
                        ladder: string;
                        urgentLadder?: string;
                    };
                };
            };
            policies: {
                version: string;
                scope: string;
                publishedAt: components["schemas"]["Instant"];
                publishedBy: string;
                number: number;
                effectiveFrom: components["schemas"]["Instant"];
            }[];
            presets: {
                name: string;
                title: {
                    zh: string;
                    en: string;
                };
            }[];
        };
        PolicyPublished: {
            version: string;
            scope: string;
            publishedAt: components["schemas"]["Instant"];
            publishedBy: string;
            number: number;
            effectiveFrom: components["schemas"]["Instant"];
            jobId?: string;
        };
        Calendar: {
            version: string;
            timeZone: string;
            week: {
                [key: string]: [
                    string,
                    string
                ][];
            };
            publishedUntil?: string;
            notices: {
                year: number;
                title: string;
                documentNumber: string;
                publishedOn: string;
                address: string | null;
                holidays: {
                    name: string;
                    from: string;
                    to: string;
                    days: number;
                    makeUpWorkdays: string[];
                }[];
            }[];
            editions: {
                version: string;
                scope: string;
                publishedAt: components["schemas"]["Instant"];
                publishedBy: string;
            }[];
        };
        CalendarPublished: {
            version: string;
            scope: string;
            publishedAt: components["schemas"]["Instant"];
            jobId: string;
        };
        ReportList: {
            month: string;
            /** @description Every month that may have files, the newest first */
            months: string[];
            /** @description Builds of the month, the last one first */
            runs: {
                id: string;
                /** @enum {string} */
                state: "running" | "done" | "failed";
                done: number;
                total: number;
                result?: {
                    month: string;
                    edition: number;
                };
                errors: string[];
                startedAt: components["schemas"]["Instant"];
                startedBy: string;
                asOf: components["schemas"]["Instant"];
                recordedUntil: components["schemas"]["Instant"];
                from?: string;
                to?: string;
            }[];
            editions: {
                edition: number;
                /**
                 * @description 期中版, 初步版, 通报版, 重编版
                 * @enum {string}
                 */
                stage: "interim" | "preliminary" | "bulletin" | "rebuilt";
                from?: string;
                to?: string;
                projectId?: string;
                /** @description 截止到: nothing that happened later counts */
                asOf: components["schemas"]["Instant"];
                /** @description 收录至: nothing that was recorded later counts */
                recordedUntil: components["schemas"]["Instant"];
                madeAt: components["schemas"]["Instant"];
                issuedBy: string;
                projectIds: string[];
                /** @description Projects that could not be counted; they follow in a later edition */
                missing: {
                    projectId: string;
                    name: string;
                    /** @enum {string} */
                    reason: "failed" | "not-in-time";
                    error?: string;
                }[];
                figures: {
                    received: number;
                    done: number;
                    open: number;
                    /** @description null where the denominator is 0 */
                    handlingRate: number | null;
                    /** @description null where the denominator is 0 */
                    timelyRate: number | null;
                    /** @description null where the denominator is 0 */
                    firstFollowUpSatisfaction: number | null;
                };
                /** @description Projects by how their submission stood when the edition was issued */
                submitted: {
                    inTime: string[];
                    late: string[];
                    missing: string[];
                };
                /** @description Contested cases, and the figures without those upheld */
                contested?: {
                    upheld: number;
                    rejected: number;
                    pending: number;
                    figures: {
                        received: number;
                        done: number;
                        open: number;
                        /** @description null where the denominator is 0 */
                        handlingRate: number | null;
                        /** @description null where the denominator is 0 */
                        timelyRate: number | null;
                        /** @description null where the denominator is 0 */
                        firstFollowUpSatisfaction: number | null;
                    };
                };
                /** @constant */
                bulletin?: true;
                /** @description What changed since edition `of`; the changes file has the whole list */
                correction?: {
                    of: number;
                    figures: {
                        row: string;
                        column: string;
                        from: number;
                        to: number;
                    }[];
                    complaints: number;
                };
                files: {
                    /** @description The one project it is about */
                    projectId?: string;
                    name: string;
                    /** @description What it is saved as, in Chinese */
                    title: string;
                    size: number;
                    sha256: string;
                    contentType: string;
                    /** @description Works for 15 minutes */
                    url: string;
                }[];
            }[];
        };
        BulletinPreview: {
            /** @description Whose figures it says: the company's newest */
            edition: number;
            asOf: components["schemas"]["Instant"];
            recordedUntil: components["schemas"]["Instant"];
            year: number;
            /** @description 第 n 期 */
            number: number;
            title: string;
            subtitle: string;
            /** @description Projects with a paragraph; headquarters' own text where there is one */
            hot: {
                projectId: string;
                name: string;
                received: number;
                text: string;
            }[];
            /** @description Figures as counted, and without the cases whose objection was upheld */
            rulings?: {
                upheld: number;
                rejected: number;
                pending: number;
                before: {
                    received: number;
                    done: number;
                    open: number;
                    /** @description null where the denominator is 0 */
                    handlingRate: number | null;
                    /** @description null where the denominator is 0 */
                    timelyRate: number | null;
                    /** @description null where the denominator is 0 */
                    firstFollowUpSatisfaction: number | null;
                    companyReceived: number;
                    valid: number;
                };
                after: {
                    received: number;
                    done: number;
                    open: number;
                    /** @description null where the denominator is 0 */
                    handlingRate: number | null;
                    /** @description null where the denominator is 0 */
                    timelyRate: number | null;
                    /** @description null where the denominator is 0 */
                    firstFollowUpSatisfaction: number | null;
                    companyReceived: number;
                    valid: number;
                };
            };
            blocks: ({
                /** @constant */
                kind: "heading";
                text: string;
                level: number;
            } | {
                /** @constant */
                kind: "prose";
                text: string;
                style?: string;
            } | {
                /** @constant */
                kind: "list";
                head: string[];
                rows: string[][];
            })[];
        };
        AnalyticsTable: {
            view: string;
            title: string;
            /** @description First local day of the period */
            from: string;
            /** @description Last local day, included */
            to: string;
            /** @description 截止到: nothing that happened later counts */
            asOf: components["schemas"]["Instant"];
            /** @description 收录至: nothing that was recorded later counts */
            recordedUntil: components["schemas"]["Instant"];
            edition?: number;
            /** @description Ids of the projects that are counted */
            projects: string[];
            columns: {
                key: string;
                label: string;
                /**
                 * @description count: complaints; rate: a fraction; hours: natural hours; ratio: complaints per thousand households or 10,000 m²
                 * @enum {string}
                 */
                unit: "count" | "rate" | "hours" | "ratio";
            }[];
            rows: {
                key: string;
                label: string;
                /** @description By column; null where there is nothing to divide by or to measure */
                figures: {
                    [key: string]: number | null;
                };
                /**
                 * @description A month before the first record: nothing is known of it, its figures are null and no zeros
                 * @constant
                 */
                unrecorded?: true;
                /**
                 * @description Counts projects beyond the reader's part of the tree: its figures open nothing
                 * @constant
                 */
                closed?: true;
            }[];
        };
        FigureComplaints: {
            /** @description On all pages */
            total: number;
            items: {
                id: string;
                number: string;
                projectId: string;
                /** @enum {string} */
                channel: "phone" | "relay" | "wechat" | "forum" | "email" | "web" | "mailbox" | "visit" | "letter" | "sms" | "press" | "oral" | "government";
                receivedAt: components["schemas"]["Instant"];
                dueAt: components["schemas"]["Instant"];
                completedAt?: components["schemas"]["Instant"];
                classCode?: components["schemas"]["ClassCode"];
                /** @enum {string} */
                level?: "A" | "B" | "C" | "D" | "E";
                /** @enum {string} */
                validity?: "valid" | "assisted" | "invalid";
            }[];
            /** @description Absent on the last page */
            cursor?: string;
        };
        SubmissionList: {
            month: string;
            asOf: components["schemas"]["Instant"];
            items: {
                month: string;
                projectId: string;
                /** @enum {string} */
                status: "open" | "overdue" | "confirmed" | "confirmed-late";
                dueAt: components["schemas"]["Instant"];
                bulletinAt: components["schemas"]["Instant"];
                provisional: boolean;
                /** @description The last time that region or headquarters asked for it */
                remindedAt?: components["schemas"]["Instant"];
                confirmedAt?: components["schemas"]["Instant"];
                confirmedBy?: string;
                contested: number;
                ruled: number;
                name: string;
            }[];
        };
        CompanyTexts: {
            month: string;
            version: number;
            issue?: number;
            bulletin?: {
                year?: number;
                number?: number;
                title?: string;
            };
            hot: {
                [key: string]: string;
            };
            sections: {
                [key: string]: string;
            };
            by?: string;
            writtenAt?: components["schemas"]["Instant"];
        };
        Submission: {
            month: string;
            projectId: string;
            /** @enum {string} */
            status: "open" | "overdue" | "confirmed" | "confirmed-late";
            dueAt: components["schemas"]["Instant"];
            bulletinAt: components["schemas"]["Instant"];
            provisional: boolean;
            /** @description The last time that region or headquarters asked for it */
            remindedAt?: components["schemas"]["Instant"];
            confirmedAt?: components["schemas"]["Instant"];
            confirmedBy?: string;
            contested: number;
            ruled: number;
            version: number;
            sections: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            contests: {
                number: string;
                complaintId: string;
                /**
                 * @description 非我方责任, 重复, 恶意
                 * @enum {string}
                 */
                reason: "not-ours" | "duplicate" | "malicious";
                text?: string;
                at: components["schemas"]["Instant"];
                by: string;
                ruling?: {
                    upheld: boolean;
                    text?: string;
                    at: components["schemas"]["Instant"];
                    by: string;
                };
            }[];
        };
        Subscriptions: {
            personId: string;
            version: number;
            items: {
                /**
                 * @description day: the day before, each morning; week: on Mondays; month: with the bulletin's edition (D14)
                 * @enum {string}
                 */
                every: "day" | "week" | "month";
                /** @enum {string} */
                level: "company" | "region" | "city" | "project";
                scope?: string;
                name: string;
                /** @description false: no longer the person's to take; nothing is sent */
                allowed: boolean;
            }[];
            /** @description Parts of the tree that the person may take */
            choices: {
                /** @enum {string} */
                level: "company" | "region" | "city" | "project";
                scope?: string;
                name: string;
            }[];
            recent: {
                /**
                 * @description day: the day before, each morning; week: on Mondays; month: with the bulletin's edition (D14)
                 * @enum {string}
                 */
                every: "day" | "week" | "month";
                /** @enum {string} */
                level: "company" | "region" | "city" | "project";
                scope?: string;
                name: string;
                month: string;
                from?: string;
                to?: string;
                edition?: number;
                recordedUntil: components["schemas"]["Instant"];
                madeAt: components["schemas"]["Instant"];
                /** @description Projects that could not be counted */
                missing: string[];
                files: {
                    title: string;
                    size: number;
                    /** @description Works for 15 minutes */
                    url: string;
                }[];
            }[];
        };
        SubscriptionTakers: {
            items: {
                /**
                 * @description day: the day before, each morning; week: on Mondays; month: with the bulletin's edition (D14)
                 * @enum {string}
                 */
                every: "day" | "week" | "month";
                /** @enum {string} */
                level: "company" | "region" | "city" | "project";
                scope?: string;
                name: string;
                personId: string;
                personName: string;
                allowed: boolean;
            }[];
        };
        Roster: {
            projectId: string;
            month: string;
            version: number;
            at?: components["schemas"]["Instant"];
            by?: string;
            shifts: {
                date: string;
                from: string;
                to: string;
                /** @enum {string} */
                post: "clerk" | "handler" | "department-head" | "supervisor" | "manager" | "project-manager" | "region" | "headquarters";
                departmentId?: string;
                personId: string;
            }[];
        };
        RosterReport: {
            rows: number;
            valid: number;
            applied: boolean;
            /** @description In force now; 0 for none */
            version: number;
            faults: {
                /** @description As a spreadsheet counts; 1 is the headings */
                row: number;
                column?: string;
                code: string;
                message: {
                    zh: string;
                    en: string;
                };
            }[];
        };
        Dossier: {
            /** @description Works for 15 minutes */
            url: string;
            /** @description Names of the files that it only names */
            left: string[];
        };
        HouseholdPage: {
            projectId: string;
            /** @description 0 while there is no list */
            version: number;
            month?: string;
            at?: components["schemas"]["Instant"];
            by?: string;
            households: number;
            items: {
                projectId: string;
                area: string;
                building: string;
                unit: string;
                room: string;
                occupied: boolean;
                /** @enum {string} */
                kind?: "owner" | "tenant";
                name?: string;
                /** @description Masked */
                phone?: string;
                /** @description m² */
                floorArea?: number;
                occupiedSince?: string;
            }[];
            cursor?: string;
        };
        HouseholdReport: {
            rows: number;
            valid: number;
            faults: {
                /** @description As a spreadsheet counts; 1 is the headings */
                row: number;
                column?: string;
                code: string;
                message: {
                    zh: string;
                    en: string;
                };
            }[];
            /** @description Its result is the difference; a confirmed list counts when it is done */
            jobId?: string;
        };
        Job: {
            id: string;
            /** @enum {string} */
            state: "running" | "done" | "failed";
            done: number;
            total: number;
            result?: {
                month: string;
                edition: number;
            } | {
                /** @enum {string} */
                kind: "retime" | "dry-run" | "replay" | "handover" | "households" | "export" | "erasure";
                seen: number;
                changed: number;
                moves?: {
                    id: string;
                    number: string;
                    clock: string;
                    from: components["schemas"]["Instant"];
                    to: components["schemas"]["Instant"];
                    atOnce: string[];
                }[];
                judged?: {
                    id: string;
                    number: string;
                    clock: string;
                    before: components["schemas"]["Instant"];
                    after: components["schemas"]["Instant"];
                    lateBefore: boolean;
                    lateAfter: boolean;
                }[];
                lateBefore?: number;
                lateAfter?: number;
                difference?: {
                    households: number;
                    occupiedHouseholds: number;
                    occupiedArea: number;
                    added: number;
                    gone: number;
                    changed: number;
                    /** @description Open complaints of households that are gone */
                    touched: number;
                    examples: {
                        added: string[];
                        gone: string[];
                        changed: {
                            address: string;
                            fields: string[];
                        }[];
                        touched: {
                            id: string;
                            number: string;
                        }[];
                    };
                };
            };
            errors: string[];
        };
        Tracking: {
            number: string;
            project?: string;
            /** @enum {string} */
            status: "registered" | "handling" | "resolved" | "closed" | "withdrawn" | "referred";
            receivedAt: components["schemas"]["Instant"];
            clocks: components["schemas"]["Clock"][];
            replies: {
                at: components["schemas"]["Instant"];
                /** @enum {string} */
                kind: "reply" | "result";
                text?: string;
            }[];
            closedAt?: components["schemas"]["Instant"];
        };
        Rated: {
            number: string;
            /** @enum {number} */
            grade: 1 | 2 | 3 | 4 | 5;
        };
        WebConfig: {
            stage: string;
            /**
             * Format: uri
             * @description Pages opened under another origin go here first
             */
            publicUrl: string;
            /** @description The server's time: clocks of phones may be wrong */
            now: components["schemas"]["Instant"];
            oidc: {
                /** Format: uri */
                issuer: string;
                clientId: string;
                scope: string;
                /** @description Further parameters of the sign-in address */
                authorize: {
                    [key: string]: string;
                };
            };
        };
        Discovery: {
            /** Format: uri */
            issuer: string;
            /** Format: uri */
            authorization_endpoint: string;
            /** Format: uri */
            token_endpoint: string;
            /** Format: uri */
            jwks_uri: string;
            response_types_supported: string[];
            grant_types_supported: string[];
            subject_types_supported: string[];
            scopes_supported: string[];
            code_challenge_methods_supported: string[];
            token_endpoint_auth_methods_supported: string[];
            id_token_signing_alg_values_supported: string[];
            authorization_response_iss_parameter_supported: boolean;
        };
        KeySet: {
            keys: {
                /** @constant */
                kty: "OKP";
                /** @constant */
                crv: "Ed25519";
                x: string;
                kid: string;
                /** @constant */
                alg: "EdDSA";
                /** @constant */
                use: "sig";
            }[];
        };
        Tokens: {
            access_token: string;
            id_token: string;
            refresh_token: string;
            /** @constant */
            token_type: "Bearer";
            /** @description Seconds */
            expires_in: number;
        };
        TokenRefusal: {
            /** @enum {string} */
            error: "invalid_request" | "invalid_client" | "invalid_grant" | "unsupported_grant_type";
            error_description: string;
        };
        Health: {
            /** @constant */
            status: "up";
            version: string;
            schema: number;
        };
    };
    responses: {
        /** @description 未受理 Refused */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    receiveComplaint: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                channel: "phone" | "relay" | "wechat" | "forum" | "email" | "web" | "visit" | "letter" | "sms" | "press" | "oral" | "government";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "projectId": "forest-lake",
                 *       "sourceId": "source-20261130-0001",
                 *       "receivedAt": "2026-11-30T10:00:00+08:00",
                 *       "matter": "5栋1单元电梯停运两天，老人无法下楼",
                 *       "complainant": {
                 *         "name": "王先生",
                 *         "kind": "owner",
                 *         "phone": "13800000001",
                 *         "email": "owner@home.example",
                 *         "language": "zh"
                 *       },
                 *       "location": {
                 *         "area": "一期",
                 *         "building": "5栋",
                 *         "unit": "1单元",
                 *         "room": "103"
                 *       },
                 *       "occurredAt": "2026-11-30T10:00:00+08:00",
                 *       "place": "5栋大堂",
                 *       "against": {
                 *         "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *         "departmentId": "engineering",
                 *         "personId": "lake-engineer"
                 *       },
                 *       "requestedReplyAt": "2026-11-30T10:00:00+08:00",
                 *       "classCode": "1.2",
                 *       "level": "A",
                 *       "urgency": "general",
                 *       "manner": "calm",
                 *       "recordKind": "complaint",
                 *       "headcount": 1,
                 *       "signatories": "张示例",
                 *       "originalAt": "示例",
                 *       "intake": "company",
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "external": {
                 *         "system": "sample-call-centre",
                 *         "ticketNo": "ZZ20261130000123",
                 *         "unit": "1单元",
                 *         "dueAt": "2026-11-30T10:00:00+08:00",
                 *         "kind": "complaint",
                 *         "demand": "今天修好并告知原因",
                 *         "signBy": "2026-11-30T10:00:00+08:00"
                 *       },
                 *       "channelData": {
                 *         "callId": "call-20261130-0001",
                 *         "caller": "13800000001",
                 *         "callee": "0371-00000001",
                 *         "agent": "lake-front-desk",
                 *         "startedAt": "2026-11-30T10:00:00+08:00",
                 *         "recordingUrl": "https://recordings.jiesu.example/call-20261130-0001.mp3"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["PhoneComplaintBody"] | components["schemas"]["ComplaintBody"] | components["schemas"]["GovernmentComplaintBody"];
            };
        };
        responses: {
            /** @description 同一条投诉 The same complaint again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registered"];
                };
            };
            /** @description 已登记 Registered */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registered"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    hearSms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "sourceId": "source-20261130-0001",
                 *       "phone": "13800000001",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *     }
                 */
                "application/json": components["schemas"]["SmsReply"];
            };
        };
        responses: {
            /** @description 已评价、已补充、已登记，或没有这个号码的投诉 Graded, added, registered, or nobody's number */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmsHeard"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    openBox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "roundId": "round-20261130",
                 *       "projectId": "forest-lake",
                 *       "boxId": "gate-box",
                 *       "openedAt": "2026-11-30T10:00:00+08:00",
                 *       "openedBy": "lake-front-desk",
                 *       "slips": [
                 *         {
                 *           "slipId": "slip-1",
                 *           "matter": "5栋1单元电梯停运两天，老人无法下楼",
                 *           "complainant": {
                 *             "name": "王先生",
                 *             "kind": "owner",
                 *             "phone": "13800000001",
                 *             "email": "owner@home.example",
                 *             "language": "zh"
                 *           },
                 *           "location": {
                 *             "area": "一期",
                 *             "building": "5栋",
                 *             "unit": "1单元",
                 *             "room": "103"
                 *           },
                 *           "occurredAt": "2026-11-30T10:00:00+08:00",
                 *           "place": "5栋大堂",
                 *           "against": {
                 *             "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *             "departmentId": "engineering",
                 *             "personId": "lake-engineer"
                 *           },
                 *           "requestedReplyAt": "2026-11-30T10:00:00+08:00",
                 *           "classCode": "1.2",
                 *           "level": "A",
                 *           "urgency": "general",
                 *           "manner": "calm",
                 *           "recordKind": "complaint",
                 *           "headcount": 1,
                 *           "signatories": "张示例",
                 *           "originalAt": "示例",
                 *           "intake": "company",
                 *           "attachments": [
                 *             "upload-1"
                 *           ],
                 *           "external": {
                 *             "system": "sample-call-centre",
                 *             "ticketNo": "ZZ20261130000123",
                 *             "unit": "1单元",
                 *             "dueAt": "2026-11-30T10:00:00+08:00",
                 *             "kind": "complaint",
                 *             "demand": "今天修好并告知原因",
                 *             "signBy": "2026-11-30T10:00:00+08:00"
                 *           },
                 *           "channelData": {}
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["BoxRound"];
            };
        };
        responses: {
            /** @description 已受理与被拒的投诉单 Accepted and refused slips */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoxRoundResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    announceUpload: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fileName": "10月排班.xlsx",
                 *       "contentType": "image/jpeg",
                 *       "size": 280000
                 *     }
                 */
                "application/json": components["schemas"]["UploadAnnouncement"];
            };
        };
        responses: {
            /** @description 文件上传地址 Where to put the file */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadAnnounced"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listComplaints: {
        parameters: {
            query?: {
                projectId?: string;
                status?: "registered" | "handling" | "resolved" | "closed" | "withdrawn" | "referred";
                level?: "A" | "B" | "C" | "D" | "E";
                channel?: "phone" | "relay" | "wechat" | "forum" | "email" | "web" | "mailbox" | "visit" | "letter" | "sms" | "press" | "oral" | "government";
                handler?: string;
                dueBefore?: components["schemas"]["GivenInstant"];
                month?: string;
                /** @description A number (e001, also the one after a conversion), a phone number or mail address however it is written, a household (8-1-601, 5栋1单元103, the beginning 8/1/6) or a room alone; of the last twelve months also words of the matter, a name, or four and more digits of a phone number. Without projectId in all projects one reaches */
                q?: string;
                cursor?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    registerAtDesk: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "channel": "phone",
                 *       "projectId": "forest-lake",
                 *       "sourceId": "source-20261130-0001",
                 *       "receivedAt": "2026-11-30T10:00:00+08:00",
                 *       "matter": "5栋1单元电梯停运两天，老人无法下楼",
                 *       "complainant": {
                 *         "name": "王先生",
                 *         "kind": "owner",
                 *         "phone": "13800000001",
                 *         "email": "owner@home.example",
                 *         "language": "zh"
                 *       },
                 *       "location": {
                 *         "area": "一期",
                 *         "building": "5栋",
                 *         "unit": "1单元",
                 *         "room": "103"
                 *       },
                 *       "occurredAt": "2026-11-30T10:00:00+08:00",
                 *       "place": "5栋大堂",
                 *       "against": {
                 *         "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *         "departmentId": "engineering",
                 *         "personId": "lake-engineer"
                 *       },
                 *       "requestedReplyAt": "2026-11-30T10:00:00+08:00",
                 *       "classCode": "1.2",
                 *       "level": "A",
                 *       "urgency": "general",
                 *       "manner": "calm",
                 *       "recordKind": "complaint",
                 *       "headcount": 1,
                 *       "signatories": "张示例",
                 *       "originalAt": "示例",
                 *       "intake": "company",
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "external": {
                 *         "system": "sample-call-centre",
                 *         "ticketNo": "ZZ20261130000123",
                 *         "unit": "1单元",
                 *         "dueAt": "2026-11-30T10:00:00+08:00",
                 *         "kind": "complaint",
                 *         "demand": "今天修好并告知原因",
                 *         "signBy": "2026-11-30T10:00:00+08:00"
                 *       },
                 *       "channelData": {}
                 *     }
                 */
                "application/json": components["schemas"]["DeskComplaintBody"];
            };
        };
        responses: {
            /** @description 同一条投诉 The same complaint again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredAtDesk"];
                };
            };
            /** @description 已登记 Registered */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredAtDesk"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    projectChanges: {
        parameters: {
            query?: {
                /** @description The stamp of the answer before */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 变化 The changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectChanges"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showComplaint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 投诉 The complaint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Complaint"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 经过，按时间先后 Events, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["History"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    proveComplaint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 核对了什么、哪里不一致 What was checked and what does not agree */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComplaintProof"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showClocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 全部时限 All clocks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clocks"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    downloadAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 15 分钟内有效的链接 A link that works for 15 minutes */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    attachmentAddress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 15 分钟内有效的链接 A link that works for 15 minutes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileAddress"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    numberToCall: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 电话 The number */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NumberToCall"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    discloseComplainant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "contact"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description contact 联系, visit 上门, identify 核对身份, register 登记时核对, oversee 督办
                     * @enum {string}
                     */
                    reason: "contact" | "visit" | "identify" | "register" | "oversee";
                };
            };
        };
        responses: {
            /** @description 投诉人信息 Who complained */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Disclosure"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.reply": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "via": "phone",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "occurredAt": "2026-11-30T10:00:00+08:00",
                 *       "attachments": [
                 *         "upload-1"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    /** @enum {string} */
                    via: "phone" | "email" | "visit" | "letter" | "sms" | "wechat" | "posted";
                    text: string;
                    occurredAt?: components["schemas"]["GivenInstant"];
                    attachments?: string[];
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.complete-registration": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "complainant": {
                 *         "name": "王先生",
                 *         "kind": "owner",
                 *         "phone": "13800000001",
                 *         "email": "owner@home.example",
                 *         "language": "zh"
                 *       },
                 *       "location": {
                 *         "area": "一期",
                 *         "building": "5栋",
                 *         "unit": "1单元",
                 *         "room": "103"
                 *       },
                 *       "place": "5栋大堂",
                 *       "occurredAt": "2026-11-30T10:00:00+08:00",
                 *       "requestedReplyAt": "2026-11-30T10:00:00+08:00",
                 *       "against": {
                 *         "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *         "departmentId": "engineering",
                 *         "personId": "lake-engineer"
                 *       },
                 *       "manner": "calm",
                 *       "headcount": 1,
                 *       "signatories": "张示例",
                 *       "originalAt": "示例",
                 *       "reason": "客户电话说明情况"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    complainant?: {
                        name?: string;
                        /** @enum {string} */
                        kind?: "owner" | "tenant" | "resident" | "merchant" | "other";
                        phone?: string;
                        /** Format: email */
                        email?: string;
                        anonymous?: boolean;
                        /**
                         * @description Stands first in what we write
                         * @enum {string}
                         */
                        language?: "zh" | "en";
                    };
                    withheld?: boolean;
                    location?: {
                        area?: string;
                        building?: string;
                        unit?: string;
                        room?: string;
                    };
                    place?: string;
                    occurredAt?: components["schemas"]["GivenInstant"];
                    requestedReplyAt?: components["schemas"]["GivenInstant"];
                    against?: {
                        text?: string;
                        departmentId?: string;
                        personId?: string;
                    };
                    /** @enum {string} */
                    manner?: "calm" | "agitated";
                    headcount?: number;
                    signatories?: string;
                    originalAt?: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.correct": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "complainant": {
                 *         "name": "王先生",
                 *         "kind": "owner",
                 *         "phone": "13800000001",
                 *         "email": "owner@home.example",
                 *         "language": "zh"
                 *       },
                 *       "location": {
                 *         "area": "一期",
                 *         "building": "5栋",
                 *         "unit": "1单元",
                 *         "room": "103"
                 *       },
                 *       "place": "5栋大堂",
                 *       "occurredAt": "2026-11-30T10:00:00+08:00",
                 *       "requestedReplyAt": "2026-11-30T10:00:00+08:00",
                 *       "against": {
                 *         "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *         "departmentId": "engineering",
                 *         "personId": "lake-engineer"
                 *       },
                 *       "manner": "calm",
                 *       "headcount": 1,
                 *       "signatories": "张示例",
                 *       "originalAt": "示例",
                 *       "matter": "5栋1单元电梯停运两天，老人无法下楼",
                 *       "external": {
                 *         "system": "sample-call-centre",
                 *         "ticketNo": "ZZ20261130000123",
                 *         "unit": "1单元",
                 *         "dueAt": "2026-11-30T10:00:00+08:00",
                 *         "signBy": "2026-11-30T10:00:00+08:00"
                 *       },
                 *       "reason": "客户电话说明情况"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    complainant?: {
                        name?: string;
                        /** @enum {string} */
                        kind?: "owner" | "tenant" | "resident" | "merchant" | "other";
                        phone?: string;
                        /** Format: email */
                        email?: string;
                        anonymous?: boolean;
                        /**
                         * @description Stands first in what we write
                         * @enum {string}
                         */
                        language?: "zh" | "en";
                    };
                    withheld?: boolean;
                    location?: {
                        area?: string;
                        building?: string;
                        unit?: string;
                        room?: string;
                    };
                    place?: string;
                    occurredAt?: components["schemas"]["GivenInstant"];
                    requestedReplyAt?: components["schemas"]["GivenInstant"];
                    against?: {
                        text?: string;
                        departmentId?: string;
                        personId?: string;
                    };
                    /** @enum {string} */
                    manner?: "calm" | "agitated";
                    headcount?: number;
                    signatories?: string;
                    originalAt?: string;
                    matter?: string;
                    /** @description 转办工单 as it should have been entered; its clocks are timed again */
                    external?: {
                        system?: string;
                        ticketNo?: string;
                        unit?: string;
                        dueAt?: components["schemas"]["GivenInstant"];
                        signBy?: components["schemas"]["GivenInstant"];
                    };
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.register-and-close": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "classCode": "1.2"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    text: string;
                    classCode?: components["schemas"]["ClassCode"];
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.convert": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "recordKind": "complaint",
                 *       "reason": "客户电话说明情况"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    /** @enum {string} */
                    recordKind: "complaint" | "opinion" | "repair" | "help";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.classify": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "classCode": "1.2",
                 *       "level": "A",
                 *       "urgency": "general",
                 *       "dutyCause": "dereliction",
                 *       "causeFactor": "people.attitude"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    classCode: components["schemas"]["ClassCode"];
                    /** @enum {string} */
                    level?: "A" | "B" | "C" | "D" | "E";
                    /** @enum {string} */
                    urgency?: "general" | "important" | "urgent";
                    safety?: boolean;
                    /** @enum {string} */
                    dutyCause?: "dereliction" | "mistake" | "impropriety" | "loss-of-control" | "beyond-us";
                    /** @enum {string} */
                    causeFactor?: "people.attitude" | "people.conduct" | "people.skill" | "equipment.appearance" | "equipment.quality" | "equipment.function" | "material.durability" | "material.economy" | "material.accuracy" | "method" | "environment";
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.judge": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "validity": "valid",
                 *       "reason": "客户电话说明情况",
                 *       "difficulty": "easy"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    /** @enum {string} */
                    validity: "valid" | "assisted" | "invalid";
                    reason: string;
                    /** @enum {string} */
                    difficulty?: "easy" | "moderate" | "hard";
                    malicious?: boolean;
                    lawful?: boolean;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.explain-invalid": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "via": "phone",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "occurredAt": "2026-11-30T10:00:00+08:00",
                 *       "attachments": [
                 *         "upload-1"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    /** @enum {string} */
                    via: "phone" | "email" | "visit" | "letter" | "sms" | "wechat" | "posted";
                    text: string;
                    occurredAt?: components["schemas"]["GivenInstant"];
                    attachments?: string[];
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.assign": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "departmentId": "engineering",
                 *       "handlerId": "lake-engineer",
                 *       "limitAt": "2026-11-30T10:00:00+08:00"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    departmentId: string;
                    handlerId?: string;
                    limitAt?: components["schemas"]["GivenInstant"];
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.transfer": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "departmentId": "engineering",
                 *       "handlerId": "lake-engineer",
                 *       "limitAt": "2026-11-30T10:00:00+08:00",
                 *       "reason": "客户电话说明情况"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    departmentId: string;
                    handlerId?: string;
                    limitAt?: components["schemas"]["GivenInstant"];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.accept": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.form-team": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "departmentIds": [
                 *         "engineering"
                 *       ],
                 *       "personIds": [
                 *         "lake-manager"
                 *       ],
                 *       "testimonies": 2,
                 *       "affected": 12
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    text: string;
                    departmentIds?: string[];
                    personIds?: string[];
                    testimonies?: number;
                    affected?: number;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.investigate": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "departmentIds": [
                 *         "engineering"
                 *       ],
                 *       "personIds": [
                 *         "lake-manager"
                 *       ],
                 *       "testimonies": 2,
                 *       "affected": 12
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    text: string;
                    departmentIds?: string[];
                    personIds?: string[];
                    testimonies?: number;
                    affected?: number;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.report-up": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "departmentIds": [
                 *         "engineering"
                 *       ],
                 *       "personIds": [
                 *         "lake-manager"
                 *       ],
                 *       "testimonies": 2,
                 *       "affected": 12
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    text: string;
                    departmentIds?: string[];
                    personIds?: string[];
                    testimonies?: number;
                    affected?: number;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.foresee": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "departmentIds": [
                 *         "engineering"
                 *       ],
                 *       "personIds": [
                 *         "lake-manager"
                 *       ],
                 *       "testimonies": 2,
                 *       "affected": 12
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    text: string;
                    departmentIds?: string[];
                    personIds?: string[];
                    testimonies?: number;
                    affected?: number;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.instruct": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "departmentIds": [
                 *         "engineering"
                 *       ],
                 *       "personIds": [
                 *         "lake-manager"
                 *       ],
                 *       "testimonies": 2,
                 *       "affected": 12
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    text: string;
                    departmentIds?: string[];
                    personIds?: string[];
                    testimonies?: number;
                    affected?: number;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.consult": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "departmentIds": [
                 *         "engineering"
                 *       ],
                 *       "personIds": [
                 *         "lake-manager"
                 *       ],
                 *       "testimonies": 2,
                 *       "affected": 12
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    text: string;
                    departmentIds?: string[];
                    personIds?: string[];
                    testimonies?: number;
                    affected?: number;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.plan": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "act": "write",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "nodes": [
                 *         {
                 *           "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *           "dueAt": "2026-11-30T10:00:00+08:00"
                 *         }
                 *       ],
                 *       "via": "phone"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    /**
                     * @default write
                     * @enum {string}
                     */
                    act?: "write" | "approve" | "agree";
                    text?: string;
                    nodes?: {
                        text: string;
                        dueAt: components["schemas"]["GivenInstant"];
                    }[];
                    /** @enum {string} */
                    via?: "phone" | "email" | "visit" | "letter" | "sms" | "wechat" | "posted";
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.progress": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "nodeId": "node-1"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    text: string;
                    nodeId?: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.daily-report": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "departmentIds": [
                 *         "engineering"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    text: string;
                    departmentIds: string[];
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.sign-off": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "sheet": {
                 *         "code": "D12-1",
                 *         "signerId": "lake-manager",
                 *         "signedOn": "2026-12-01"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    text?: string;
                    /** @description Signed on paper (D4); the photo of the sheet is among `attachments` */
                    sheet?: {
                        /** @description What the sheet's QR code says, or `<number>/handling-record` */
                        code: string;
                        /** @description Person who signed it */
                        signerId: string;
                        /**
                         * Format: date
                         * @description Day beside the signature
                         */
                        signedOn: string;
                    };
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.opinion": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "grade": 5,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    grade: number;
                    text?: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.check-effect": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "effective": true,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    effective: boolean;
                    text: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.review": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "actions": [
                 *         {
                 *           "ownerId": "lake-engineer",
                 *           "dueAt": "2026-11-30T10:00:00+08:00",
                 *           "cause": "电梯门机皮带老化",
                 *           "measure": "更换皮带并每周点检"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    text: string;
                    actions: {
                        ownerId: string;
                        dueAt: components["schemas"]["GivenInstant"];
                        cause: string;
                        measure: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.evidence": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "actionId": "action-1",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    actionId: string;
                    text: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.verify": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "actionId": "action-1",
                 *       "passed": true,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    actionId: string;
                    passed: boolean;
                    text: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.refer": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "reason": "客户电话说明情况"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.resolve": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "via": "phone",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "occurredAt": "2026-11-30T10:00:00+08:00",
                 *       "attachments": [
                 *         "upload-1"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    /** @enum {string} */
                    via: "phone" | "email" | "visit" | "letter" | "sms" | "wechat" | "posted";
                    text: string;
                    occurredAt?: components["schemas"]["GivenInstant"];
                    attachments?: string[];
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.follow-up": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "outcome": "reached",
                 *       "grade": 5,
                 *       "via": "phone",
                 *       "reason": "客户电话说明情况",
                 *       "occurredAt": "2026-11-30T10:00:00+08:00"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    /** @enum {string} */
                    outcome: "reached" | "no-answer" | "wrong-number" | "refused";
                    grade?: number;
                    /** @enum {string} */
                    via?: "phone" | "visit" | "email" | "message";
                    reason?: string;
                    occurredAt?: components["schemas"]["GivenInstant"];
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.close": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "reason": "客户电话说明情况"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.reopen": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "reason": "客户电话说明情况"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.withdraw": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "reason": "客户电话说明情况"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.urge": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    text?: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.note": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    text: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.send-link": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "via": "email"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    /** @enum {string} */
                    via: "email" | "sms";
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.statement": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    text: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.customer-message": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "messageId": "message-1"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    text: string;
                    messageId?: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.pause": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "reason": "owner-appointment",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    /**
                     * @description 待业主约时 owner-appointment, 待地产维保 developer-warranty, 待维修资金 repair-fund, 第三方 third-party
                     * @enum {string}
                     */
                    reason: "owner-appointment" | "developer-warranty" | "repair-fund" | "third-party";
                    text?: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.resume": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.extend": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "clock": "record",
                 *       "cycle": 1,
                 *       "key": "result",
                 *       "dueAt": "2026-11-30T10:00:00+08:00",
                 *       "reason": "客户电话说明情况"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    /** @enum {string} */
                    clock: "record" | "accept" | "firstReply" | "result" | "department" | "plan" | "node" | "invalidExplain" | "dailyReport" | "followUp" | "external" | "corrective";
                    cycle?: number;
                    key?: string;
                    dueAt: components["schemas"]["GivenInstant"];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.link-repeat": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "complaintId": "01JDXV5A7Q0000000000000000"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    /** @description The earlier complaint of the same matter (重复投诉), by id or number */
                    complaintId: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.join-group": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "groupId": "forest-lake.1-2.1"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    groupId: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.leave-group": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.acknowledge": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "clock": "record",
                 *       "cycle": 1,
                 *       "key": "result",
                 *       "rung": "limit"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    /** @enum {string} */
                    clock: "record" | "accept" | "firstReply" | "result" | "department" | "plan" | "node" | "invalidExplain" | "dailyReport" | "followUp" | "external" | "corrective";
                    cycle: number;
                    key?: string;
                    rung: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.sign-ticket": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "occurredAt": "2026-11-30T10:00:00+08:00"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    occurredAt?: components["schemas"]["GivenInstant"];
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.return-ticket": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "reason": "not-our-business",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "occurredAt": "2026-11-30T10:00:00+08:00"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    /** @enum {string} */
                    reason?: "not-our-business" | "not-our-project" | "other-unit" | "legal-way" | "unclear";
                    text?: string;
                    occurredAt?: components["schemas"]["GivenInstant"];
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.object-to-dispatch": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "act": "raise",
                 *       "reason": "not-our-business",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    /**
                     * @default raise
                     * @enum {string}
                     */
                    act?: "raise" | "rule";
                    /** @enum {string} */
                    reason?: "not-our-business" | "not-our-project" | "other-unit" | "legal-way" | "unclear";
                    upheld?: boolean;
                    text: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.merge-ticket": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "complaintId": "01JDXV5A7Q0000000000000000"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    /** @description The complaint, by id or number, of the ticket it goes on with (主单) */
                    complaintId: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.ask-extension": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "dueAt": "2026-11-30T10:00:00+08:00",
                 *       "reason": "客户电话说明情况"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    dueAt: components["schemas"]["GivenInstant"];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.record-extension": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "granted": true,
                 *       "dueAt": "2026-11-30T10:00:00+08:00",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    granted: boolean;
                    /** @description As asked unless the platform granted another */
                    dueAt?: components["schemas"]["GivenInstant"];
                    text?: string;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.send-reply-document": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "occurredAt": "2026-11-30T10:00:00+08:00"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    /** @description Absent: the result as the customer was told it */
                    text?: string;
                    occurredAt?: components["schemas"]["GivenInstant"];
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.ticket-returned": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "dueAt": "2026-11-30T10:00:00+08:00",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "occurredAt": "2026-11-30T10:00:00+08:00"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    dueAt: components["schemas"]["GivenInstant"];
                    text: string;
                    occurredAt?: components["schemas"]["GivenInstant"];
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "command.record-ticket-rating": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "contacted": "yes",
                 *       "solved": "yes",
                 *       "satisfied": "yes",
                 *       "exempt": "withdrawn-by-platform",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "occurredAt": "2026-11-30T10:00:00+08:00"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    attachments?: string[];
                    /** @enum {string} */
                    contacted: "yes" | "no" | "not-rated";
                    /** @enum {string} */
                    solved: "yes" | "no" | "not-rated";
                    /** @enum {string} */
                    satisfied: "yes" | "no" | "not-rated";
                    /** @enum {string} */
                    exempt?: "withdrawn-by-platform" | "not-owner-business" | "unreasonable";
                    text?: string;
                    occurredAt?: components["schemas"]["GivenInstant"];
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listClasses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 分类表 The class list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClassList"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    openBoxAtDesk: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "roundId": "round-20261130",
                 *       "projectId": "forest-lake",
                 *       "boxId": "gate-box",
                 *       "openedAt": "2026-11-30T10:00:00+08:00",
                 *       "openedBy": "lake-front-desk",
                 *       "slips": [
                 *         {
                 *           "slipId": "slip-1",
                 *           "matter": "5栋1单元电梯停运两天，老人无法下楼",
                 *           "complainant": {
                 *             "name": "王先生",
                 *             "kind": "owner",
                 *             "phone": "13800000001",
                 *             "email": "owner@home.example",
                 *             "language": "zh"
                 *           },
                 *           "location": {
                 *             "area": "一期",
                 *             "building": "5栋",
                 *             "unit": "1单元",
                 *             "room": "103"
                 *           },
                 *           "occurredAt": "2026-11-30T10:00:00+08:00",
                 *           "place": "5栋大堂",
                 *           "against": {
                 *             "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *             "departmentId": "engineering",
                 *             "personId": "lake-engineer"
                 *           },
                 *           "requestedReplyAt": "2026-11-30T10:00:00+08:00",
                 *           "classCode": "1.2",
                 *           "level": "A",
                 *           "urgency": "general",
                 *           "manner": "calm",
                 *           "recordKind": "complaint",
                 *           "headcount": 1,
                 *           "signatories": "张示例",
                 *           "originalAt": "示例",
                 *           "intake": "company",
                 *           "attachments": [
                 *             "upload-1"
                 *           ],
                 *           "external": {
                 *             "system": "sample-call-centre",
                 *             "ticketNo": "ZZ20261130000123",
                 *             "unit": "1单元",
                 *             "dueAt": "2026-11-30T10:00:00+08:00",
                 *             "kind": "complaint",
                 *             "demand": "今天修好并告知原因",
                 *             "signBy": "2026-11-30T10:00:00+08:00"
                 *           },
                 *           "channelData": {}
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["BoxRound"];
            };
        };
        responses: {
            /** @description 已受理与被拒的投诉单 Accepted and refused slips */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoxRoundResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "holdCommand.reply": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "via": "phone",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "occurredAt": "2026-11-30T10:00:00+08:00",
                 *       "attachments": [
                 *         "upload-1"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    /** @enum {string} */
                    via: "phone" | "email" | "visit" | "letter" | "sms" | "wechat" | "posted";
                    text: string;
                    occurredAt?: components["schemas"]["GivenInstant"];
                    attachments?: string[];
                };
            };
        };
        responses: {
            /** @description 等待发出；同一标识得到同一条 It waits; the same key is the same one */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldCommand"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "holdCommand.resolve": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "via": "phone",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "occurredAt": "2026-11-30T10:00:00+08:00",
                 *       "attachments": [
                 *         "upload-1"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    /** @enum {string} */
                    via: "phone" | "email" | "visit" | "letter" | "sms" | "wechat" | "posted";
                    text: string;
                    occurredAt?: components["schemas"]["GivenInstant"];
                    attachments?: string[];
                };
            };
        };
        responses: {
            /** @description 等待发出；同一标识得到同一条 It waits; the same key is the same one */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldCommand"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "holdCommand.explain-invalid": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "via": "phone",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "occurredAt": "2026-11-30T10:00:00+08:00",
                 *       "attachments": [
                 *         "upload-1"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the complaint that was seen */
                    version: number;
                    device?: components["schemas"]["DeviceTime"];
                    /** @enum {string} */
                    via: "phone" | "email" | "visit" | "letter" | "sms" | "wechat" | "posted";
                    text: string;
                    occurredAt?: components["schemas"]["GivenInstant"];
                    attachments?: string[];
                };
            };
        };
        responses: {
            /** @description 等待发出；同一标识得到同一条 It waits; the same key is the same one */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldCommand"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "holdGroupCommand.reply": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "via": "phone",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "complaintIds": [
                 *         "01JDXV5A7Q0000000000000000"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    /**
                     * @description posted: on a notice for those without contact, the others are written to by their own way; sms: sent from here where texts are set up
                     * @enum {string}
                     */
                    via: "phone" | "email" | "visit" | "letter" | "sms" | "wechat" | "posted";
                    text: string;
                    /** @description The members that were told; absent: all */
                    complaintIds?: string[];
                };
            };
        };
        responses: {
            /** @description 等待发出；同一标识得到同一条 It waits; the same key is the same one */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldCommand"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "holdGroupCommand.resolve": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "via": "phone",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "complaintIds": [
                 *         "01JDXV5A7Q0000000000000000"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    /**
                     * @description posted: on a notice for those without contact, the others are written to by their own way; sms: sent from here where texts are set up
                     * @enum {string}
                     */
                    via: "phone" | "email" | "visit" | "letter" | "sms" | "wechat" | "posted";
                    text: string;
                    /** @description The members that were told; absent: all */
                    complaintIds?: string[];
                };
            };
        };
        responses: {
            /** @description 等待发出；同一标识得到同一条 It waits; the same key is the same one */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldCommand"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "holdGroupCommand.explain-invalid": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "via": "phone",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "complaintIds": [
                 *         "01JDXV5A7Q0000000000000000"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    /**
                     * @description posted: on a notice for those without contact, the others are written to by their own way; sms: sent from here where texts are set up
                     * @enum {string}
                     */
                    via: "phone" | "email" | "visit" | "letter" | "sms" | "wechat" | "posted";
                    text: string;
                    /** @description The members that were told; absent: all */
                    complaintIds?: string[];
                };
            };
        };
        responses: {
            /** @description 等待发出；同一标识得到同一条 It waits; the same key is the same one */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldCommand"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listHeld: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本人的 One's own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldCommands"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    callHeldBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已撤销 It was called back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldCommand"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    letHeldGo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已发出或未能发出 It has left, or could not */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldCommand"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listGroups: {
        parameters: {
            query?: {
                projectId?: string;
                status?: "proposed" | "confirmed" | "resolved" | "closed" | "dissolved";
                cursor?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 群体投诉 The group */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Group"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showGroupHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 经过，按时间先后 Events, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupHistory"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.confirm": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.dissolve": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "reason": "客户电话说明情况"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.acknowledge": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "clock": "record",
                 *       "cycle": 1,
                 *       "key": "result",
                 *       "rung": "limit"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    /** @enum {string} */
                    clock: "record" | "accept" | "firstReply" | "result" | "department" | "plan" | "node" | "invalidExplain" | "dailyReport" | "followUp" | "external" | "corrective";
                    cycle: number;
                    key?: string;
                    rung: string;
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.reply": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "via": "phone",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "complaintIds": [
                 *         "01JDXV5A7Q0000000000000000"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    /**
                     * @description posted: on a notice for those without contact, the others are written to by their own way; sms: sent from here where texts are set up
                     * @enum {string}
                     */
                    via: "phone" | "email" | "visit" | "letter" | "sms" | "wechat" | "posted";
                    text: string;
                    /** @description The members that were told; absent: all */
                    complaintIds?: string[];
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.assign": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "departmentId": "engineering",
                 *       "handlerId": "lake-engineer",
                 *       "limitAt": "2026-11-30T10:00:00+08:00"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    departmentId: string;
                    handlerId?: string;
                    limitAt?: components["schemas"]["GivenInstant"];
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.accept": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.resolve": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "via": "phone",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "complaintIds": [
                 *         "01JDXV5A7Q0000000000000000"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    /**
                     * @description posted: on a notice for those without contact, the others are written to by their own way; sms: sent from here where texts are set up
                     * @enum {string}
                     */
                    via: "phone" | "email" | "visit" | "letter" | "sms" | "wechat" | "posted";
                    text: string;
                    /** @description The members that were told; absent: all */
                    complaintIds?: string[];
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.explain-invalid": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "via": "phone",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "complaintIds": [
                 *         "01JDXV5A7Q0000000000000000"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    /**
                     * @description posted: on a notice for those without contact, the others are written to by their own way; sms: sent from here where texts are set up
                     * @enum {string}
                     */
                    via: "phone" | "email" | "visit" | "letter" | "sms" | "wechat" | "posted";
                    text: string;
                    /** @description The members that were told; absent: all */
                    complaintIds?: string[];
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.follow-up": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "outcome": "reached",
                 *       "grade": 5,
                 *       "via": "phone",
                 *       "reason": "客户电话说明情况",
                 *       "complaintIds": [
                 *         "01JDXV5A7Q0000000000000000"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    /** @enum {string} */
                    outcome: "reached" | "no-answer" | "wrong-number" | "refused";
                    grade?: number;
                    /** @enum {string} */
                    via?: "phone" | "visit" | "email" | "message";
                    reason?: string;
                    /** @description The members that were called, and that gave this grade; without them it is refused */
                    complaintIds?: string[];
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.close": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "reason": "客户电话说明情况"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.judge": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "validity": "valid",
                 *       "reason": "客户电话说明情况"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    /** @enum {string} */
                    validity: "valid" | "assisted" | "invalid";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.form-team": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "departmentIds": [
                 *         "engineering"
                 *       ],
                 *       "personIds": [
                 *         "lake-manager"
                 *       ],
                 *       "testimonies": 2,
                 *       "affected": 12
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    text: string;
                    departmentIds?: string[];
                    personIds?: string[];
                    testimonies?: number;
                    affected?: number;
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.investigate": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "departmentIds": [
                 *         "engineering"
                 *       ],
                 *       "personIds": [
                 *         "lake-manager"
                 *       ],
                 *       "testimonies": 2,
                 *       "affected": 12
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    text: string;
                    departmentIds?: string[];
                    personIds?: string[];
                    testimonies?: number;
                    affected?: number;
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.report-up": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "departmentIds": [
                 *         "engineering"
                 *       ],
                 *       "personIds": [
                 *         "lake-manager"
                 *       ],
                 *       "testimonies": 2,
                 *       "affected": 12
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    text: string;
                    departmentIds?: string[];
                    personIds?: string[];
                    testimonies?: number;
                    affected?: number;
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.foresee": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "departmentIds": [
                 *         "engineering"
                 *       ],
                 *       "personIds": [
                 *         "lake-manager"
                 *       ],
                 *       "testimonies": 2,
                 *       "affected": 12
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    text: string;
                    departmentIds?: string[];
                    personIds?: string[];
                    testimonies?: number;
                    affected?: number;
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.instruct": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "departmentIds": [
                 *         "engineering"
                 *       ],
                 *       "personIds": [
                 *         "lake-manager"
                 *       ],
                 *       "testimonies": 2,
                 *       "affected": 12
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    text: string;
                    departmentIds?: string[];
                    personIds?: string[];
                    testimonies?: number;
                    affected?: number;
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.consult": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "departmentIds": [
                 *         "engineering"
                 *       ],
                 *       "personIds": [
                 *         "lake-manager"
                 *       ],
                 *       "testimonies": 2,
                 *       "affected": 12
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    text: string;
                    departmentIds?: string[];
                    personIds?: string[];
                    testimonies?: number;
                    affected?: number;
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.plan": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "act": "write",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "nodes": [
                 *         {
                 *           "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *           "dueAt": "2026-11-30T10:00:00+08:00"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    /**
                     * @default write
                     * @enum {string}
                     */
                    act?: "write" | "approve";
                    text?: string;
                    nodes?: {
                        text: string;
                        dueAt: components["schemas"]["GivenInstant"];
                    }[];
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.progress": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "nodeId": "node-1"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    text: string;
                    nodeId?: string;
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.daily-report": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "departmentIds": [
                 *         "engineering"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    text: string;
                    departmentIds: string[];
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.sign-off": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    text?: string;
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.check-effect": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "effective": true,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    effective: boolean;
                    text: string;
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "groupCommand.review": {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "actions": [
                 *         {
                 *           "ownerId": "lake-engineer",
                 *           "dueAt": "2026-11-30T10:00:00+08:00",
                 *           "cause": "电梯门机皮带老化",
                 *           "measure": "更换皮带并每周点检"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description The version of the group that was seen */
                    version: number;
                    text: string;
                    actions: {
                        ownerId: string;
                        dueAt: components["schemas"]["GivenInstant"];
                        cause: string;
                        measure: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description 每位成员的结果；同一标识得到同一答复 A result per member; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupCommandResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listCorrectiveActions: {
        parameters: {
            query?: {
                projectId?: string;
                /** @description true: those verified as well */
                verified?: "true" | "false";
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 若干项目的整改项 Those of some projects */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CorrectivePage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listEvents: {
        parameters: {
            query: {
                projectId?: string;
                month: string;
                cursor?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    registerEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "projectId": "forest-lake",
                 *       "category": "safety.security",
                 *       "outcome": "negative",
                 *       "departmentId": "engineering",
                 *       "discoveredAt": "2026-11-30T10:00:00+08:00",
                 *       "occurredAt": "2026-11-30T10:00:00+08:00",
                 *       "description": "门厅进水后打滑，老人摔倒",
                 *       "place": "5栋大堂",
                 *       "injury": {
                 *         "dead": 0,
                 *         "injured": 1
                 *       },
                 *       "loss": 20000,
                 *       "reporter": {
                 *         "name": "王先生",
                 *         "phone": "13800000001"
                 *       }
                 *     }
                 */
                "application/json": {
                    projectId: string;
                    /** @enum {string} */
                    category: "safety.security" | "safety.fire" | "safety.traffic" | "safety.other" | "equipment.lift" | "equipment.hvac" | "equipment.water" | "equipment.power" | "equipment.other" | "environment" | "service.decoration" | "service.relations" | "staff-injury" | "other";
                    /**
                     * @description 负面 or 成功防止
                     * @enum {string}
                     */
                    outcome: "negative" | "prevented";
                    /**
                     * @description 外包
                     * @default false
                     */
                    outsourced?: boolean;
                    /**
                     * @description 事故灾祸: reported to the 即时上报 list at once
                     * @default false
                     */
                    accident?: boolean;
                    /**
                     * @description 媒体负面报道: reported to the 即时上报 list at once
                     * @default false
                     */
                    press?: boolean;
                    departmentId: string;
                    discoveredAt?: components["schemas"]["GivenInstant"];
                    occurredAt?: components["schemas"]["GivenInstant"];
                    description: string;
                    place?: string;
                    injury?: {
                        dead: number;
                        injured: number;
                    };
                    /** @description CNY */
                    loss?: number;
                    /** @description 填写人 */
                    reporter: {
                        name: string;
                        phone: string;
                    };
                };
            };
        };
        responses: {
            /** @description 同一事件 The same event again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyResult"];
                };
            };
            /** @description 已登记 Registered */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 突发事件 The event */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Emergency"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    reportEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "stage": "first",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "injury": {
                 *         "dead": 0,
                 *         "injured": 1
                 *       },
                 *       "loss": 20000
                 *     }
                 */
                "application/json": {
                    /** @description The version of the event that was seen */
                    version: number;
                    /**
                     * @description 首报, 书面报告, 续报, 终报
                     * @enum {string}
                     */
                    stage: "first" | "written" | "follow-up" | "final";
                    text: string;
                    injury?: {
                        dead: number;
                        injured: number;
                    };
                    /** @description CNY */
                    loss?: number;
                };
            };
        };
        responses: {
            /** @description 已执行；同一标识得到同一答复 Done; the same key again gives the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmergencyResult"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listProjects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 项目 Projects */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectList"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 项目 The project */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneProject"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "name": "王先生",
                 *       "region": "中原区域",
                 *       "city": "郑州",
                 *       "type": "普通住宅",
                 *       "floorArea": 180000,
                 *       "timeZone": "Asia/Shanghai",
                 *       "departments": [
                 *         {
                 *           "id": "示例",
                 *           "name": "王先生"
                 *         }
                 *       ],
                 *       "since": "2026-01"
                 *     }
                 */
                "application/json": components["schemas"]["ProjectEntry"];
            };
        };
        responses: {
            /** @description 已生效 Stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectPut"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listProjectMonths: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 全部版本，新的在前 Every edition, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMonths"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putProjectMonth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                month: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "occupiedHouseholds": 820,
                 *       "occupiedArea": 152000
                 *     }
                 */
                "application/json": components["schemas"]["ProjectMonthEntry"];
            };
        };
        responses: {
            /** @description 已生效 Stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMonth"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showDepartments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 组织架构 The tree */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepartmentTree"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listContractors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 承包商 Contractors */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contractors"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putContractor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "id": "示例",
                 *       "name": "王先生",
                 *       "trades": [
                 *         "电梯维保"
                 *       ],
                 *       "contact": {
                 *         "name": "王先生",
                 *         "phone": "13800000001",
                 *         "email": "owner@home.example"
                 *       },
                 *       "contractUntil": "2026-12-01"
                 *     }
                 */
                "application/json": components["schemas"]["ContractorEntry"];
            };
        };
        responses: {
            /** @description 已生效 Stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContractorPut"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listPeople: {
        parameters: {
            query?: {
                projectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 人员 People */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["People"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putPerson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "id": "示例",
                 *       "name": "王先生",
                 *       "email": "owner@home.example",
                 *       "phone": "13800000001",
                 *       "assignments": [
                 *         {
                 *           "post": "clerk",
                 *           "projectId": "forest-lake"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PersonEntry"];
            };
        };
        responses: {
            /** @description 已生效 Stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPut"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 人员 The person */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonWithChanges"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    endSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已下线，须重新登录 Ended; the person signs in again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonPut"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    handOver: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "2026-12-03",
                 *       "leavesOn": "2026-12-01",
                 *       "confirm": true
                 *     }
                 */
                "application/json": components["schemas"]["Handover"];
            };
        };
        responses: {
            /** @description 未确认：将移交的内容 Not confirmed: what would go over */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HandoverPreview"];
                };
            };
            /** @description 已开始或已完成 Started, or standing */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobStarted"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listChannelKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 渠道系统 Systems */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelKeys"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putChannelKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "action": "set",
                 *       "version": 1,
                 *       "system": "sample-call-centre",
                 *       "name": "王先生",
                 *       "channels": [
                 *         "phone"
                 *       ],
                 *       "projectIds": [
                 *         "forest-lake"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ChannelSystemEntry"] | components["schemas"]["ChannelKeyRotation"] | components["schemas"]["ChannelKeyEnd"];
            };
        };
        responses: {
            /** @description 已生效；新密钥只显示这一次 Stands; a new key is shown this once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelKeyChanged"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 订阅 Subscriptions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhooks"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Chosen once: small letters, digits and hyphens */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 0,
                 *       "name": "数据平台",
                 *       "url": "https://hooks.jiesu.example/complaints",
                 *       "kinds": [
                 *         "complaint.registered",
                 *         "complaint.closed"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["WebhookEntry"];
            };
        };
        responses: {
            /** @description 已生效（一分钟内）；新密钥只显示这一次 Stands within a minute; a new secret is shown this once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookChanged"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Chosen once: small letters, digits and hyphens */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": components["schemas"]["WebhookSecretRotation"];
            };
        };
        responses: {
            /** @description 已更换 Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookChanged"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    pingWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Chosen once: small letters, digits and hyphens */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已排定 Planned */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: string;
            };
            header?: never;
            path: {
                /** @description Chosen once: small letters, digits and hyphens */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveries"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    replayDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Chosen once: small letters, digits and hyphens */
                id: string;
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已排定 Planned; the same id, the same bytes */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listServices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 服务 Services */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Services"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "putService.wecom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "corpId": "示例",
                 *       "agentId": 1,
                 *       "secret": "示例",
                 *       "baseUrl": "https://wecom.jiesu.example"
                 *     }
                 */
                "application/json": {
                    corpId: string;
                    agentId: number;
                    /** @description Written, never shown */
                    secret: string;
                    /** Format: uri */
                    baseUrl?: string;
                };
            };
        };
        responses: {
            /** @description 已保存 Saved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Services"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "putService.sms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://sms.jiesu.example/send",
                 *       "signature": "示例",
                 *       "key": "result",
                 *       "linkTemplate": "示例",
                 *       "plainTemplate": "示例"
                 *     }
                 */
                "application/json": {
                    /** Format: uri */
                    url: string;
                    signature: string;
                    /** @description Written, never shown */
                    key: string;
                    /** @description Template with title, text and url */
                    linkTemplate: string;
                    /** @description Template with title and text */
                    plainTemplate: string;
                };
            };
        };
        responses: {
            /** @description 已保存 Saved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Services"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "putService.smtp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "host": "mail.jiesu.example",
                 *       "port": 465,
                 *       "security": "tls",
                 *       "user": "示例",
                 *       "password": "示例",
                 *       "role": "instead"
                 *     }
                 */
                "application/json": {
                    host: string;
                    port: number;
                    /**
                     * @description Encrypted from the first byte, or begun in the clear
                     * @enum {string}
                     */
                    security: "tls" | "starttls";
                    user: string;
                    /** @description Written, never shown */
                    password: string;
                    /** @enum {string} */
                    role: "instead" | "standby";
                };
            };
        };
        responses: {
            /** @description 已保存 Saved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Services"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "putService.imap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "host": "mail.jiesu.example",
                 *       "port": 465,
                 *       "security": "tls",
                 *       "user": "示例",
                 *       "password": "示例",
                 *       "folder": "示例"
                 *     }
                 */
                "application/json": {
                    host: string;
                    port: number;
                    /**
                     * @description Encrypted from the first byte, or begun in the clear
                     * @enum {string}
                     */
                    security: "tls" | "starttls";
                    user: string;
                    /** @description Written, never shown */
                    password: string;
                    /** @default INBOX */
                    folder?: string;
                };
            };
        };
        responses: {
            /** @description 已保存 Saved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Services"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    "putService.wechat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "appId": "示例",
                 *       "projectId": "forest-lake",
                 *       "token": "示例",
                 *       "aesKey": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG",
                 *       "secret": "示例",
                 *       "template": {
                 *         "id": "示例",
                 *         "title": "客户投诉工作月报",
                 *         "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *       }
                 *     }
                 */
                "application/json": {
                    appId: string;
                    projectId: string;
                    /** @description Written, never shown */
                    token: string;
                    aesKey?: string;
                    /** @description Written, never shown */
                    secret?: string;
                    template?: {
                        id: string;
                        title: string;
                        text: string;
                    };
                };
            };
        };
        responses: {
            /** @description 已保存 Saved */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Services"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    removeService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "wecom" | "sms" | "smtp" | "imap" | "wechat";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已停用 Taken away */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Services"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    tryService: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                way: "email" | "wecom" | "sms";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 正在发送 It is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceTest"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showServiceTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 结果 What became of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceTest"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listQuarantine: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantinePage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    countQuarantine: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 数目 The count, by reason */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantineCount"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    readQuarantined: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 邮件 The mail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantinedLetter"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    dismissQuarantined: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已记录 Recorded; again is the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantinedMail"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listSenderRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 规则 Rules */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SenderRules"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putSenderRule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "sender": "noreply@platform.example",
                 *       "projectId": "forest-lake",
                 *       "treatment": "allow",
                 *       "reason": "客户电话说明情况"
                 *     }
                 */
                "application/json": components["schemas"]["SenderRuleEntry"];
            };
        };
        responses: {
            /** @description 已生效 Stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SenderRule"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    acceptQuarantined: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "projectId": "forest-lake"
                 *     }
                 */
                "application/json": components["schemas"]["AcceptMail"];
            };
        };
        responses: {
            /** @description 已受理；稍后列表中显示投诉编号 Accepted; the list names the complaint a moment later */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuarantinedMail"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showDoctor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 体检结果 What was found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Doctor"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    setupState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 状态 State */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupState"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    beginCompany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "7K3QM-9X2TA-HVB4D-08WZF",
                 *       "company": {
                 *         "name": "示例物业",
                 *         "timeZone": "Asia/Shanghai"
                 *       },
                 *       "project": {
                 *         "id": "forest-lake",
                 *         "name": "郑州·森林湖",
                 *         "region": "中原区域",
                 *         "city": "郑州",
                 *         "type": "普通住宅",
                 *         "floorArea": 180000,
                 *         "timeZone": "Asia/Shanghai",
                 *         "departments": [
                 *           {
                 *             "id": "service",
                 *             "name": "客户服务部"
                 *           }
                 *         ],
                 *         "since": "2026-11"
                 *       },
                 *       "me": {
                 *         "name": "叶示例",
                 *         "email": "headquarters@home.example"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["SetupEntry"];
            };
        };
        responses: {
            /** @description 已生效 Stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupDone"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listPersonData: {
        parameters: {
            query?: {
                cursor?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDataRequests"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    askPersonData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "complaint": "FL20261130001",
                 *       "kind": "export"
                 *     }
                 */
                "application/json": components["schemas"]["PersonDataAsked"];
            };
        };
        responses: {
            /** @description 已登记（同日同请求只记一次） Recorded, once a day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDataRequest"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    decidePersonData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "outcome": "done"
                 *     }
                 */
                "application/json": components["schemas"]["PersonDataDecision"];
            };
        };
        responses: {
            /** @description 已记录 Recorded; the same outcome again is the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDataRequest"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    startPersonDataExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "request": "示例"
                 *     }
                 */
                "application/json": components["schemas"]["PersonDataStart"];
            };
        };
        responses: {
            /** @description 已开始 Begun; the same again is the same job */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDataStarted"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    startPersonDataErasure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "request": "示例"
                 *     }
                 */
                "application/json": components["schemas"]["PersonDataStart"];
            };
        };
        responses: {
            /** @description 已开始 Begun; the same again is the same job */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDataStarted"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 期限与清除报告 Times of keeping and reports */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Retention"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showPersonData: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 请求 The request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDataRequest"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    fetchPersonDataCopy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 下载链接 A link to it that works for minutes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonDataCopy"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listReads: {
        parameters: {
            query?: {
                /** @description Number of a complaint */
                number?: string;
                /** @description Id of a person of ours */
                person?: string;
                cursor?: string;
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页，新的在前 A page, newest hour first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataReads"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showPolicies: {
        parameters: {
            query?: {
                projectId?: string;
                version?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 政策 Policies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policies"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scope": "project:forest-lake",
                 *       "effectiveFrom": "2026-12-01T00:00:00+08:00",
                 *       "periodStartDay": 26
                 *     }
                 */
                "application/json": components["schemas"]["Policy"];
            };
        };
        responses: {
            /** @description 已发布 Published */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPublished"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    dryRunPolicy: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": components["schemas"]["PolicyDryRun"];
            };
        };
        responses: {
            /** @description 已开始 Started */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobStarted"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showCalendar: {
        parameters: {
            query?: {
                projectId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 工作日历 The calendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putCalendar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scope": "project:forest-lake",
                 *       "week": {
                 *         "sat": [
                 *           [
                 *             "09:00",
                 *             "12:00"
                 *           ]
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CalendarChange"];
            };
        };
        responses: {
            /** @description 已发布 Published */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarPublished"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listReports: {
        parameters: {
            query?: {
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各版文件，新的在前 Editions, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportList"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    downloadReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 15 分钟内有效的链接 A link that works for 15 minutes */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    previewBulletin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 内容 Its words */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulletinPreview"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showPicture: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description PNG 图片 A PNG picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    buildReport: {
        parameters: {
            query?: never;
            header: {
                /** @description The same key again gives the same answer */
                "Idempotency-Key": string;
            };
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "asOf": "2026-11-30T10:00:00+08:00",
                 *       "recordedUntil": "2026-11-30T10:00:00+08:00",
                 *       "from": "2026-12-01",
                 *       "to": "2026-12-03",
                 *       "projectId": "forest-lake"
                 *     }
                 */
                "application/json": components["schemas"]["ReportBuild"];
            };
        };
        responses: {
            /** @description 已开始 Started */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobStarted"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showAnalytics: {
        parameters: {
            query?: {
                /** @description Absent: the period that runs */
                month?: string;
                from?: string;
                to?: string;
                /** @description An issued edition of the month: exactly the figures of its files. Absent: as recorded until now */
                edition?: string;
                /** @description Absent: whatever of the tree is the reader's */
                level?: "company" | "region" | "city" | "project";
                /** @description Name of the region or city, id of the project; with level only */
                scope?: string;
            };
            header?: never;
            path: {
                view: "sheet" | "projects-by-class" | "projects" | "cities" | "regions" | "buildings" | "departments" | "handlers" | "contractors" | "channels" | "levels" | "classes" | "points" | "causes" | "hours" | "ageing" | "clocks" | "months" | "government" | "analysis" | "received" | "like" | "rungs";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 数字 Figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnalyticsTable"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    openFigure: {
        parameters: {
            query: {
                /** @description Absent: the period that runs */
                month?: string;
                from?: string;
                to?: string;
                /** @description An issued edition of the month: exactly the figures of its files. Absent: as recorded until now */
                edition?: string;
                /** @description Absent: whatever of the tree is the reader's */
                level?: "company" | "region" | "city" | "project";
                /** @description Name of the region or city, id of the project; with level only */
                scope?: string;
                /** @description Key of a row; absent: the total */
                row?: string;
                /** @description Key of a column */
                column: string;
                cursor?: string;
                limit?: string;
            };
            header?: never;
            path: {
                view: "sheet" | "projects-by-class" | "projects" | "cities" | "regions" | "buildings" | "departments" | "handlers" | "contractors" | "channels" | "levels" | "classes" | "points" | "causes" | "hours" | "ageing" | "clocks" | "months" | "government" | "analysis" | "received" | "like" | "rungs";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 A page, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureComplaints"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listSubmissions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 有权查看的项目 Those the person may see */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmissionList"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showCompanyTexts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 当前内容 As it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyTexts"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putCompanyTexts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "issue": 1,
                 *       "bulletin": {
                 *         "year": 2026,
                 *         "number": 1,
                 *         "title": "客户投诉工作月报"
                 *       },
                 *       "hot": {},
                 *       "sections": {}
                 *     }
                 */
                "application/json": components["schemas"]["CompanyTextsBody"];
            };
        };
        responses: {
            /** @description 当前内容 As it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyTexts"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文字、日期与异议 Texts, dates and contested cases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "sections": {}
                 *     }
                 */
                "application/json": components["schemas"]["SubmissionBody"];
            };
        };
        responses: {
            /** @description 当前内容 As it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    remindOfSubmission: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
                projectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 当前内容 As it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    contestCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
                projectId: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "not-ours",
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *     }
                 */
                "application/json": components["schemas"]["ContestBody"];
            };
        };
        responses: {
            /** @description 当前内容 As it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    ruleOnCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                month: string;
                projectId: string;
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "upheld": true,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *     }
                 */
                "application/json": components["schemas"]["RulingBody"];
            };
        };
        responses: {
            /** @description 当前内容 As it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 订阅 What the person takes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscriptions"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "items": [
                 *         {
                 *           "every": "day",
                 *           "level": "company",
                 *           "scope": "示例"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SubscriptionsEntry"];
            };
        };
        responses: {
            /** @description 已生效 Stands */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscriptions"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listSubscriptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 订阅人 Who takes what */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubscriptionTakers"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showRoster: {
        parameters: {
            query: {
                projectId?: string;
                month: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 现行值班表 The roster in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Roster"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putRoster: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "projectId": "forest-lake",
                 *       "month": "2026-11",
                 *       "file": {
                 *         "name": "王先生",
                 *         "content": "5oi/5Y+3LOWnk+WQjQo15qCLMeWNleWFgzEwMyznjovlhYjnlJ8K"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["RosterFile"];
            };
        };
        responses: {
            /** @description 逐行检查结果 Row-by-row report */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RosterReport"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    rosterTemplate: {
        parameters: {
            query?: {
                format?: "xlsx" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    filledForm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or number */
                id: string;
                form: "complaint-record" | "handling-record" | "handling-plan" | "follow-up-record" | "joint-signatures" | "reply-letter" | "posted-reply" | "ticket-reply" | "case-history" | "channels-notice";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件；领取人记入经过 A file; who took it stands in the history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    buildDossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id or number */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 15 分钟内有效的链接 A link that works for 15 minutes */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    blankForm: {
        parameters: {
            query?: {
                projectId?: string;
                /** @description Where the notice hangs, e.g. 8栋1单元电梯: its code opens a complaint with the place filled in */
                place?: string;
            };
            header?: never;
            path: {
                form: "complaint-record" | "handling-record" | "handling-plan" | "follow-up-record" | "joint-signatures" | "reply-letter" | "posted-reply" | "ticket-reply" | "case-history" | "channels-notice";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listHouseholds: {
        parameters: {
            query?: {
                projectId?: string;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdPage"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    putHouseholds: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "projectId": "forest-lake",
                 *       "month": "2026-11",
                 *       "file": {
                 *         "name": "王先生",
                 *         "content": "5oi/5Y+3LOWnk+WQjQo15qCLMeWNleWFgzEwMyznjovlhYjnlJ8K"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["HouseholdFile"];
            };
        };
        responses: {
            /** @description 试运行，没有正确的行 Dry run without a right row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdReport"];
                };
            };
            /** @description 逐行检查结果；由后台任务比对并导入 Row-by-row report; the job compares and puts in */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdReport"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    householdTemplate: {
        parameters: {
            query?: {
                format?: "xlsx" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 进度 Progress */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    trackComplaint: {
        parameters: {
            query: {
                secret: string;
                /** @description zh or en, of a page */
                lang?: string;
                /** @description `large`: 大字版 of a page */
                text?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 进度 Progress */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tracking"];
                    "text/html": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    registerPublicly: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "projectId": "forest-lake",
                 *       "matter": "5栋1单元电梯停运两天，老人无法下楼",
                 *       "sourceId": "source-20261130-0001",
                 *       "complainant": {
                 *         "name": "王先生",
                 *         "kind": "owner",
                 *         "phone": "13800000001",
                 *         "email": "owner@home.example",
                 *         "language": "zh"
                 *       },
                 *       "location": {
                 *         "area": "一期",
                 *         "building": "5栋",
                 *         "unit": "1单元",
                 *         "room": "103"
                 *       },
                 *       "place": "5栋大堂",
                 *       "attachments": [
                 *         "upload-1"
                 *       ],
                 *       "consent": "已阅读并同意《个人信息处理告知》"
                 *     }
                 */
                "application/json": components["schemas"]["PublicComplaint"];
            };
        };
        responses: {
            /** @description 同一条投诉；表单有误时为说明页 The same complaint again; what to put right, for a form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registered"];
                    "text/html": string;
                };
            };
            /** @description 已登记 Registered */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Registered"];
                };
            };
            /** @description 进度页 For a form: the progress */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    addPublicMessage: {
        parameters: {
            query: {
                secret: string;
                /** @description zh or en, of a page */
                lang?: string;
                /** @description `large`: 大字版 of a page */
                text?: string;
            };
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。",
                 *       "attachments": [
                 *         "upload-1"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["PublicMessage"];
            };
        };
        responses: {
            /** @description 进度；表单有误时为说明页 Progress; what to put right, for a form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tracking"];
                    "text/html": string;
                };
            };
            /** @description 进度页 For a form: the progress */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    showSheet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                form: "complaint-record" | "handling-record" | "handling-plan" | "follow-up-record" | "joint-signatures" | "reply-letter" | "posted-reply" | "ticket-reply" | "case-history" | "channels-notice";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: string;
                place: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页，写明哪里要改 A page that says what to put right */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description 下一页 The next page */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    tellMatter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: string;
                place: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页，写明哪里要改 A page that says what to put right */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description 下一页 The next page */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    showReportPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: string;
                place: string;
                page: "danger" | "photos" | "home" | "neighbours" | "contact" | "check" | "sent" | "privacy";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页，写明哪里要改 A page that says what to put right */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description 下一页 The next page */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    answerReportPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: string;
                place: string;
                page: "danger" | "photos" | "home" | "neighbours" | "contact" | "check" | "sent" | "privacy";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页，写明哪里要改 A page that says what to put right */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description 下一页 The next page */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    showFind: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    findComplaint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description 下一页 The next page */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    showProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description 下一页 The next page */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    showAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                act: "message" | "urge" | "withdraw" | "privacy";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description 下一页 The next page */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    takeAct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                act: "message" | "urge" | "withdraw" | "privacy";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description 下一页 The next page */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    showNotes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 日历文件 A calendar */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description 链接不对 A wrong link */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                number: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页 A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description 下一页 The next page */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    showRating: {
        parameters: {
            query: {
                secret: string;
                /** @description zh or en, of a page */
                lang?: string;
                /** @description `large`: 大字版 of a page */
                text?: string;
                grade?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 带表单的页面 A page with a form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    rateComplaint: {
        parameters: {
            query: {
                secret: string;
                /** @description zh or en, of a page */
                lang?: string;
                /** @description `large`: 大字版 of a page */
                text?: string;
            };
            header?: never;
            path: {
                number: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "grade": 5,
                 *       "text": "已联系维保单位，今天 18:00 前恢复运行。"
                 *     }
                 */
                "application/json": components["schemas"]["Rating"];
            };
        };
        responses: {
            /** @description 已记录 Recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rated"];
                    "text/html": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    showAcknowledgement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 带按钮的页面 A page with a button */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    acknowledge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已确认 Acknowledged */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    confirmWechat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 原样返回 What was sent, as it was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    hearWechat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 被动回复 The reply, as XML */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    enterWechat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 微信授权页或页面 WeChat's page that says who it is, or ours */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Refused"];
        };
    };
    webConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 设置 Settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebConfig"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    webFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    handlerFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 文件 A file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    wecomDiscovery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 发现文档 The discovery document */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Discovery"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    wecomKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 公钥 The public key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    wecomAuthorize: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 企业微信登录页 WeCom's page */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 请求有误 What is wrong with the request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description 企业微信还没有设置 WeCom has not been set up */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    wecomBack: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 回到页面 Back to the desk's page, with a code */
            302: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 不能登录 Why there is no sign-in */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description 连不上企业微信 WeCom cannot be reached */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    wecomToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 令牌 The tokens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description 拒绝的原因 Why there are none */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenRefusal"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 正常 Up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            default: components["responses"]["Refused"];
        };
    };
}
