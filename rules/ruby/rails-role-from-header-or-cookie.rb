class AdminController < ApplicationController
  def destroy
    # ruleid: rails-role-from-header-or-cookie
    return head(:forbidden) unless request.headers["X-User-Role"] == "admin"
    User.find(params[:id]).destroy
  end

  def export
    role = cookies[:role]
    # ruleid: rails-role-from-header-or-cookie
    if role == "admin"
      render json: Order.all
    end
  end

  def audit
    # ruleid: rails-role-from-header-or-cookie
    if cookies[:is_admin]
      render json: Event.all
    end
  end

  def destroy_fixed
    # ok: rails-role-from-header-or-cookie
    return head(:forbidden) unless current_user.role == "admin"
    User.find(params[:id]).destroy
  end

  def export_fixed
    # ok: rails-role-from-header-or-cookie
    if cookies.encrypted[:role] == "admin"
      render json: Order.all
    end
  end

  def layout
    # ok: rails-role-from-header-or-cookie
    if cookies[:theme] == "admin"
      render layout: "dense"
    end
  end
end

module ToolbarHelper
  # shows or hides a toolbar; the actions behind it are guarded
  def show_toolbar?
    # ok: rails-role-from-header-or-cookie
    cookies[:admin] == "true"
  end
end
