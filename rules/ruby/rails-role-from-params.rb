class ReportsController < ApplicationController
  def index
    # ruleid: rails-role-from-params
    if params[:role] == "admin"
      render json: Order.all
    end
  end

  def show
    admin = params[:is_admin]
    # ruleid: rails-role-from-params
    return head(:forbidden) if admin != "true"
    render json: Order.all
  end

  def index_fixed
    # ok: rails-role-from-params
    if current_user.role == "admin"
      render json: Order.all
    end
  end

  def tab
    # ok: rails-role-from-params
    if params[:tab] == "admin"
      render :admin_tab
    end
  end
end
